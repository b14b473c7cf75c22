const FANG =
  '"FangSong_GB2312","仿宋_GB2312","FangSong","STFangsong","FZFangSong-Z02","方正仿宋_GBK","Noto Serif CJK SC",serif';
const SONG = '"FZXiaoBiaoSong-B05S","方正小标宋简体","STZhongsong","Noto Serif CJK SC",serif';
const HEI = '"黑体","SimHei","Noto Sans CJK SC",sans-serif';
const KAI = '"楷体_GB2312","KaiTi","STKaiti","Noto Serif CJK SC",serif';

/**
 * The paper on the screen: the measures of the file (22 lines × 28 characters on A4). On a narrow screen the page gives
 * up its width, not its words: type and indents shrink to what can be read, nothing runs off sideways.
 */
export const STYLE = `.od{--u:16pt;box-sizing:border-box;position:relative;display:flex;flex-direction:column;width:210mm;min-height:297mm;margin:0 auto;padding:37mm 26mm 35mm 28mm;background:#fff;color:#000;font-family:${FANG};font-size:var(--u);line-height:1.8075;letter-spacing:-.0128em;line-break:strict;overflow-wrap:anywhere}
.od p{margin:0;text-align:justify;text-indent:2em}
.od h1{margin:0 0 1.8075em;text-align:center;font:400 1.375em/1.3145 ${SONG};margin-bottom:1.3145em}
.od h2,.od h3,.od h4,.od h5{margin:0;text-indent:2em;font:400 1em/1.8075 ${FANG}}.od h2{font-family:${HEI}}.od h3{font-family:${KAI}}
.od .organ{text-align:center;text-indent:0;color:#c00000;font-family:${SONG};font-size:calc(var(--u)*var(--size)/16);line-height:1.1}.od .official.organ{margin-top:35mm}.od .letter.organ{margin:-7mm -7mm 0;padding-bottom:4mm;border-bottom:3pt double #c00000}.od .no.right{text-align:right;margin:5mm 0 3.615em}
.od .no{text-align:center;text-indent:0;margin-bottom:1.8075em}.od .ruled{margin:3.615em 0;padding-bottom:2mm;border-bottom:1.5pt solid #c00000}.od .to{text-indent:0}
.od .att{padding-left:5em;text-indent:-3em}.od .first{margin-top:1.8075em}
.od .by{display:flex;justify-content:space-between;padding:0 4em 0 2em;text-indent:0}
.od .sign{margin:3.615em 4em 0 0;text-align:right;text-indent:0}.od .sign span{display:inline-block;position:relative;max-width:calc(100% + 4em);text-align:center}
.od .seal{position:absolute;left:50%;top:50%;width:42mm;height:42mm;margin:-24mm 0 0 -21mm;border:1px dashed #c00000;border-radius:50%;opacity:.45}
.od table{margin:.4em 0;width:100%;border-collapse:collapse;table-layout:fixed;font-size:.75em;line-height:1.45;letter-spacing:0}.od td,.od th{border:.5pt solid #000;padding:1mm;text-align:left;font-weight:400;vertical-align:middle;white-space:pre-line}.od thead th{font-family:${HEI};text-align:center}.od .sheet th,.od td:first-child{text-align:center}
.od .verify{position:absolute;top:10mm;right:26mm;display:flex;gap:2mm;align-items:flex-end;font-size:8.5pt;line-height:1.35;text-align:right;letter-spacing:0}.od .verify svg{width:18mm;height:18mm}
.od .draft{position:absolute;top:12mm;right:26mm;color:#5e6a77;font:12pt ${HEI}}
.od .colophon{margin-top:auto;padding-top:1.8em;font-size:.875em}.od .colophon.official p{border-top:.25mm solid #000}.od .colophon p{display:flex;justify-content:space-between;padding:.1em 1em;text-indent:0}.od .colophon.official p:first-child{border-top-width:.35mm}.od .colophon.official p:last-child{border-bottom:.35mm solid #000}.od .colophon .copy{display:block;padding-left:4em;text-indent:-3em}
@media screen and (max-width:820px){.od{--u:clamp(12px,3.9vw,21px);width:auto;min-height:0;padding:14vw 6vw 10vw}.od .organ.official,.od .organ.letter{margin-top:4vw;font-size:min(calc(var(--u)*var(--size)/16),7vw)}.od .letter.organ{margin:4vw -4vw 0}.od .ruled{margin:1.4em 0}.od .verify{top:4vw;right:6vw;font-size:11px}.od .verify svg{width:14vw;height:14vw;max-width:18mm;max-height:18mm}.od .draft{top:4vw;right:6vw}.od .verify~h1,.od .verify~.organ{margin-top:6vw}.od .seal{width:26vw;height:26vw;margin:-15vw 0 0 -13vw;max-width:42mm;max-height:42mm}.od td,.od th{padding:1mm}}
@media print{.od{width:auto;min-height:0;padding:0}.od .verify,.od .draft{position:static;justify-content:flex-end;margin:0 0 4mm;text-align:right}.od .letter.organ{margin:0}.od .official.organ{margin-top:20mm}.od .seal{display:none}.od tr{break-inside:avoid}.od h2,.od h3,.od h1{break-after:avoid}.od .sign{break-inside:avoid}}@page{size:A4;margin:37mm 26mm 35mm 28mm}`;
