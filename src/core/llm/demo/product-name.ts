/** Names for products that do not exist. A name never comes twice within many thousand rows. */
import type { Draw } from './draw.ts';

const stems =
  'Vireo Lumera Astrel Corvane Halcyo Nimbra Solace Tarrow Velis Orbin Kestra Marlo Pavo Rivano Sorrel Talvi Umbra Veyra Wistan Zephra Alvaro Brisa Calyx Delphi Elowen Fenway Gavia Harrow Indra Juno Kaldi Lyrix Meridi Novara Opaline Piran Quillo Rowan Selva Tessera Ulvik Vantor Wren Xanthe Ysolde Zorin Ambra Bexley'.split(
    ' ',
  );
const marks = 'K S X V T Q R M E L A Z H N C P'.split(' ');
const series = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 200, 300, 400, 500, 600, 700, 800, 900];
const tiers = ['', ' Pro', ' Plus', ' Air', ' Neo', ' Max', ' One', ' Prime', ' Lite', ' Edge'];

/** Such as `Vireo K55`, with the number where the product has one, or `Vireo K300` without. */
export function productName(draw: Draw, size: number | undefined): string {
  const numbers = size === undefined ? series : [Math.round(size)];
  const place = draw.walk(stems.length * marks.length * numbers.length * tiers.length);
  const stem = stems[place % stems.length] ?? '';
  const mark = marks[Math.floor(place / stems.length) % marks.length] ?? '';
  const tier = tiers[Math.floor(place / (stems.length * marks.length)) % tiers.length] ?? '';
  const rest = Math.floor(place / (stems.length * marks.length * tiers.length));
  return `${stem} ${mark}${numbers[rest] ?? ''}${tier}`;
}
