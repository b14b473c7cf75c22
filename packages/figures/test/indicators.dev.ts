import { readFigures } from '../src/read.js';
import { INDICATOR_CASES } from './indicator-cases.js';
let hit=0,read=0,gold=0;
for (const [sentence, ...codes] of INDICATOR_CASES) {
  const f = readFigures(sentence, {explain:true});
  const got = f.map(x=>x.indicator ?? '-');
  codes.forEach((c,i)=>{ if(c!=='-') gold++; });
  got.forEach((c,i)=>{ if(c!=='-'){read++; if(codes[i]===c) hit++;} });
  if (JSON.stringify(got)!==JSON.stringify(codes)) console.log(sentence,'\n   ', f.map((x,i)=>`${x.text}:${got[i]}${got[i]===codes[i]?'':' WANT '+codes[i]} [${x.reasons?.[1] ?? ''}]`).join('\n    '));
}
console.log('F1', 2*hit/(read+gold), hit, read, gold);
