/**
 * Sentences about products. Openings carry the facts in slots; what follows never names a number, a
 * price or a maker, so that it fits any product of its kind.
 */
import { lines } from './sentences.ts';

/** `{thing}` is `55-inch QLED TV`; `{a thing}` and `{A thing}` bring its article. */
export const productOpenings = lines(`
  {A thing} from {brand} at {price}.
  {brand} brings {a thing} to the shelf for {price}.
  For {price}, {brand} offers {a thing}.
  {brand} prices its {thing} at {price}.
  This {brand} {thing} sells for {price}.
  Priced at {price}, the {brand} {thing} keeps things simple.
  Meet the {thing} by {brand}, yours for {price}.
  {price} buys {a thing} made by {brand}.
  Looking for {a thing}? {brand} has one at {price}.
  {brand} built this {thing} to sell at {price}.
  Here is {a thing} with the {brand} badge, listed at {price}.
  At {price}, this {thing} carries the {brand} name.
  From {brand} comes {a thing} listed at {price}.
  The {brand} range includes this {thing}, priced at {price}.
  A tag of {price} hangs on this {thing} from {brand}.
  Anyone who wants {a thing} from {brand} pays {price}.
  {brand} asks {price} for this {thing}.
  You pay {price} for this {thing} by {brand}.
  Made by {brand}, this {thing} costs {price}.
  This {thing} costs {price} and comes from {brand}.
  Listed at {price}, this {thing} by {brand} goes straight to the point.
  {brand} fans get {a thing} for {price}.
  Take home {a thing} from {brand} for {price}.
  {brand} lists its {thing} at {price}.
  The price is {price}, the maker is {brand}, the product is {a thing}.
  With {brand} behind it, this {thing} sells at {price}.
  In the {brand} line, {price} stands for {a thing}.
  Set your budget at {price} and {brand} hands you {a thing}.
`);

export const brandOpenings = lines(`
  {A thing} from {brand}.
  {brand} presents {a thing}.
  This {thing} comes from {brand}.
  Meet the {thing} by {brand}.
  From {brand} comes {a thing}.
  {brand} made this {thing} with care.
  Here is {a thing} with the {brand} badge.
  The {brand} range includes this {thing}.
  Looking for {a thing}? {brand} has one.
  This {thing} carries the {brand} name.
  {brand} stands behind this {thing}.
  The makers at {brand} drew this {thing} from scratch.
  {brand} keeps its {thing} honest and simple.
  Behind this {thing} stands {brand}.
`);

export const priceOpenings = lines(`
  {A thing} for {price}.
  This {thing} sells for {price}.
  Priced at {price}, this {thing} keeps things simple.
  {price} buys {a thing}.
  At {price} you get {a thing}.
  The tag on this {thing} says {price}.
  Looking for {a thing}? This one costs {price}.
  Here is {a thing} listed at {price}.
  You pay {price} for this {thing}.
  Take home {a thing} for {price}.
  For {price}, {a thing} goes home with you.
  Listed at {price}, this {thing} goes straight to the point.
`);

export const thingOpenings = lines(`
  {A thing} for every day.
  Meet this {thing}.
  This {thing} keeps things simple.
  Here is {a thing} with a clear purpose.
  Looking for {a thing}? Start here.
  {A thing} that earns its place at home.
  This {thing} was drawn with patience.
  Some days call for {a thing} like this.
  {A thing} made to be used.
  Nothing about this {thing} gets in the way.
  Think of it as {a thing} without the fuss.
  {A thing} with few parts and good manners.
`);

export const screenSentences = lines(`
  Colours stay true from every seat.
  Dark scenes keep their detail.
  The stand holds firm on narrow furniture.
  Fast games look smooth and respond at once.
  Setup takes a few minutes with the guide on screen.
  Controls are few, and all of them make sense.
  A thin frame leaves the picture in charge.
  Voices sound clear without an extra speaker.
  Cables disappear behind a clip at the back.
  It wakes quickly and remembers the last source.
  Bright rooms are no problem for the panel.
  The menu is plain, quick and easy to read.
  Skin tones look natural, even late at night.
  A matte finish keeps reflections away.
  Film nights gain depth and calm.
  Sport looks crisp right to the edges.
  The panel dims gently as evening falls.
  Streaming apps open without fuss.
  It suits living rooms, bedrooms and quiet dens alike.
  Black areas look deep and white areas look clean.
  It runs silently, hour after hour.
  Subtitles are easy to read from across the room.
  Updates arrive at night and never interrupt a film.
  Old family videos look better than you remember.
  Nature films show every leaf.
  The picture holds together when you sit to one side.
  Guests will ask about the contrast.
  A sensor matches the light in the room.
  Two clicks switch between work and play.
  Cartoons look cheerful and news looks sober.
  Its speakers aim forward, towards the listener.
  The glass wipes clean with a dry cloth.
`);

export const productSentences = lines(`
  It is easy to clean and easy to store.
  The finish resists fingerprints and small scratches.
  Every part can be replaced with simple tools.
  It works straight out of the box.
  The guide fits on one page and skips nothing.
  Edges are rounded and joints are tight.
  It feels solid without being heavy.
  Packaging is paper only and opens without a knife.
  Daily use leaves hardly a mark.
  The shape looks at home in any room.
  It does its work quietly.
  Spare parts are easy to find.
  Small details show that someone cared.
  Friends will ask where you found it.
  It folds into a routine within a day.
  Nothing rattles, squeaks or wobbles.
  The controls are where your hand expects them.
  It makes a good gift for careful people.
  Beginners understand it at once.
  Experts will notice the clean build.
  The surface stays pleasant in cold rooms.
  It travels well between home and work.
  A short test in the shop tells the rest.
  The warranty is written in plain words.
  It asks for little and returns a lot.
  Materials were chosen to age gracefully.
  A soft base protects the furniture below.
  The design leaves nothing to add.
  Repairs take minutes, not days.
  It keeps its value better than most.
`);

export const goodSentences = lines(`
  I would buy it again tomorrow.
  It arrived early and worked at once.
  My family noticed the difference on the first evening.
  Weeks later I still enjoy using it.
  The build quality surprised me.
  Support answered my only question within the hour.
  Nothing has gone wrong so far.
  It does exactly what the page promised.
  I have already told two friends about it.
  Setting it up was the easiest part of my week.
  The details are thought through.
  It replaced something twice as bulky.
  I expected less and got more.
  Even my father likes it.
  The longer I own it, the more I trust it.
  For once the photos told the truth.
`);

export const badSentences = lines(`
  It stopped working after a few days.
  The instructions were of no help.
  Support promised a call that never came.
  I expected a lot more for the money.
  The box arrived damaged.
  Simple things take far too long.
  It looks better in the photos.
  I am sending it back this week.
  Parts feel loose and cheap.
  The noise is hard to ignore.
  My old one was better in every way.
  I would not buy it again.
  Setting it up took a whole evening.
  It froze twice on the first day.
  The finish scratched at the first touch.
  Two screws were missing.
`);

export const mixedSentences = lines(`
  It does the job, but no more than that.
  Some things are good and some could be better.
  The build is fine, the manual is not.
  I am still making up my mind.
  Delivery was quick, setup was slow.
  It is neither a bargain nor a mistake.
  The idea is good and the details need work.
  I like the look more than the handling.
  After two weeks I have got used to it.
  It works well on most days.
  Good enough for a guest room.
  I would wait for the next version.
`);

export const reviewOpenings = lines(`
  I have used this {thing} for a month now.
  This {thing} has been in our home for two weeks.
  We chose this {thing} after a long search.
  My brother talked me into this {thing}.
  I ordered this {thing} late one night.
  Here are my notes on this {thing}.
  It took me a while to write about this {thing}.
  This {thing} was a present to myself.
  A colleague showed me this {thing}.
  We needed {a thing} in a hurry.
  Let me be short about this {thing}.
  I compared five others before I took this {thing}.
  Our old one gave up, so we bought this {thing}.
  A few words about this {thing}.
`);
