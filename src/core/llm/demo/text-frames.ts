/** Sentences about subjects rather than products. `{topic}` is a subject in a few words. */
import { lines } from './sentences.ts';

export const questionFrames = lines(`
  How would you explain {topic} to a newcomer?
  What is the first thing to know about {topic}?
  Which mistake do people make most often with {topic}?
  Why does {topic} matter today?
  How has {topic} changed over the years?
  What would happen without {topic}?
  Where does {topic} appear in daily life?
  Which example shows {topic} best?
  What is hard to understand about {topic}?
  How do experts judge {topic}?
  When is {topic} the wrong choice?
  Which tools help with {topic}?
  What should a beginner practise first in {topic}?
  How can {topic} be measured?
  Which two ideas stand behind {topic}?
  Who gains most from {topic}?
  What does {topic} cost in time and effort?
  Which rule of {topic} may be broken, and when?
  How would you test what somebody knows of {topic}?
  What is often left out when people talk about {topic}?
  Which question about {topic} is still open?
  How do you begin to read about {topic}?
  What links {topic} to other subjects?
  Which story makes {topic} easy to remember?
`);

/** Ends of questions, for a second walk over the same frames. */
export const questionTails = lines(`
  Give one example.
  Answer in two sentences.
  Name your source.
  Say why.
  Compare two cases.
  Keep it short.
  Think of a small team.
  Use plain words.
  Mention one risk.
  Take a student’s view.
  Start with the result.
  Draw on daily life.
  Leave out numbers.
  Show the steps.
  Name what you are unsure of.
`);

export const answerFrames = lines(`
  In short, {topic} rewards a clear plan and small steps.
  The answer depends on what you want from {topic}.
  Most people meet {topic} through an example first.
  It helps to see {topic} as a set of choices.
  A good start with {topic} is to watch what others do.
  {Topic} is simpler than its reputation.
  Three things matter in {topic}: time, order and care.
  Nobody learns {topic} in a day.
  The usual advice about {topic} is right, but incomplete.
  Think of {topic} as a conversation with a patient friend.
  Begin with the part of {topic} that you need this week.
  Much of {topic} comes down to habits.
  {Topic} works best when the goal is known.
  There are two schools of thought about {topic}.
  What looks like luck in {topic} is mostly preparation.
  The short version: {topic} needs practice.
`);

export const titleFrames = lines(`
  What to know about {topic}
  A short guide to {topic}
  {Topic} in plain words
  Getting started with {topic}
  The quiet side of {topic}
  Why {topic} still matters
  Notes on {topic}
  {Topic} for busy people
  Five questions about {topic}
  A fresh look at {topic}
  Learning to like {topic}
  The first hour with {topic}
  {Topic} without the noise
  Lessons from {topic}
  How we think about {topic}
  Small steps in {topic}
  An honest view of {topic}
  {Topic} from the inside
  Asking more of {topic}
  Where {topic} leads
`);

/** Endings of titles, for a second walk. */
export const titleTails = lines(`
  , part one
  , revisited
  , step by step
  , as seen by beginners
  , for small teams
  , day by day
  , in practice
  , with examples
  , from first principles
  , after hours
  , in ten minutes
  , the long way
  , a field report
  , told simply
  , and what comes next
  , compared
  , at work
  , at home
`);

export const plainSentences = lines(`
  It began with a small change that nobody noticed.
  The rest followed from there.
  Most of the work happens before anyone is watching.
  A short list helps more than a long plan.
  People remember how simple it was in the end.
  One example says more than a page of rules.
  Nothing about it has to be perfect.
  The best moment to start is an ordinary morning.
  Time does the rest.
  Doubts are part of it and pass by themselves.
  A second opinion rarely hurts.
  The details can wait until tomorrow.
  What matters is that somebody takes the first step.
  Good habits carry the heavy part.
  It pays to write things down.
  Others have solved the same puzzle before.
  A walk around the block often helps.
  Keep what works and drop the rest.
  The numbers tell only half of the story.
  Patience turns out to be the cheapest tool.
  Every team finds its own way.
  Simple words are enough.
  A small test shows whether it holds.
  Nobody regrets a careful start.
`);

export const messageOpenings = lines(`
  Hello, I am writing about {topic}.
  Good morning, I have a question about {topic}.
  Hi there, could you help me with {topic}?
  Hello team, this is about {topic}.
  Dear support, I need advice on {topic}.
  Good evening, I could not find anything on {topic}.
  Hi, a quick note about {topic}.
  Hello again, it is still about {topic}.
  Dear all, please read this note on {topic}.
  Hi, who can tell me more about {topic}?
  Good day, I would like to talk about {topic}.
  Hello, my message concerns {topic}.
`);

export const messageSentences = lines(`
  I tried again this morning with the same result.
  Please tell me what you need from me.
  There is no hurry, but I would like to understand it.
  I have read the help page twice.
  A colleague has seen the same.
  It worked last week.
  Could you call me in the afternoon?
  I can send a picture if that helps.
  Nothing else has changed on my side.
  Thank you for looking into it.
  I would rather not wait until Monday.
  Please keep my team informed.
  It happens on the phone as well.
  I am happy to test a new version.
  A short answer is enough.
  I look forward to hearing from you.
  Maybe I have missed a setting.
  Restarting did not help.
  The steps in the guide do not match what I see.
  Please close the case when it is solved.
`);

const subjects = lines(`
  The early bus
  A narrow street
  The old library
  Our neighbour
  A quiet engineer
  The night shift
  A paper map
  The second draft
  A borrowed coat
  The river path
  A patient teacher
  The corner shop
  A long letter
  The spare key
  A blue notebook
  The last guest
  A winter garden
  The small harbour
`);
const verbs = lines(`
  led to
  stood beside
  made room for
  pointed to
  kept watch over
  changed the view of
  was named after
  told the story of
  ran past
  hid
  looked like
  belonged to
  began with
`);
const objects = lines(`
  a yellow door
  the town square
  an unfinished bridge
  a row of lemon trees
  the music school
  an empty stage
  a box of letters
  the first snow
  a forgotten song
  the station clock
  an open window
  a map of the coast
  the morning market
  a pair of old boats
  the highest hill
  a quiet answer
  the red lighthouse
`);

/** Subjects, verbs and objects that make a neutral sentence in any combination. */
export const sceneParts = { subjects, verbs, objects } as const;

/** Subjects to write about when a row gives none. */
export const topics = lines(`
  time management
  public transport
  home cooking
  gardening
  remote work
  first aid
  street photography
  personal budgets
  team meetings
  local history
  healthy sleep
  data privacy
  renewable energy
  chess openings
  travel planning
  customer service
  woodworking
  mountain hiking
  urban bees
  public speaking
  bread baking
  night skies
  bicycle repair
  board games
`);

/** Very short sentences that fit anywhere, to meet a lower bound exactly. */
export const fillers = lines(`
  Simple as that.
  It shows.
  Time will tell.
  More on that soon.
  That is all.
  No surprises here.
  Plain and clear.
  So far, so good.
  A calm choice.
  Worth a look.
`);

export const keywords = lines(`
  planning
  travel
  cooking
  fitness
  music
  finance
  gardening
  design
  history
  weather
  health
  reading
  film
  privacy
  energy
  chess
  teamwork
  photography
  repair
  astronomy
  language
  sport
  fashion
  science
`);
