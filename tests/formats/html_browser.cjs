// Opens pages in a real browser and prints what it finds as JSON; run by test_html_browser.py.
// It needs playwright-core and axe-core, and takes html-validate too.
// Usage: node html_browser.cjs CHROMIUM PAGE_URL NOTEBOOK_URL [FOLDER_FOR_SCREENSHOTS]
const fs = require("fs");
const { chromium } = require("playwright-core");

const [executablePath, pageUrl, notebookUrl, folder] = process.argv.slice(2);
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

async function main() {
  const browser = await chromium.launch({ executablePath, args });
  const found = { faults: await faults(), messages: [], violations: [], wide: [], requests: [] };
  const open = async (options, url) => {
    const page = await browser.newPage(options);
    page.on("console", (message) => found.messages.push(message.text()));
    page.on("pageerror", (error) => found.messages.push(String(error)));
    page.on("request", (request) => { if (request.url() !== url) found.requests.push(request.url()); });
    await page.goto(url);
    return page;
  };
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 390]) {
      for (const hash of width > 390 ? ["#q1"] : [""]) {
        const page = await open({ viewport: { width, height: 860 }, colorScheme, reducedMotion: "reduce" }, pageUrl);
        if (hash) await page.evaluate((where) => { location.hash = where; }, hash);
        await page.evaluate(axe);
        const report = await page.evaluate(() => axe.run());
        const where = `${colorScheme} ${width} ${hash}`;
        for (const { id, nodes } of report.violations) found.violations.push(`${where}: ${id}: ${nodes[0].html}`);
        if (!report.passes.some(({ id }) => id === "color-contrast")) found.violations.push(`${where}: no contrast seen`);
        const [needed, there] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        if (needed > there) found.wide.push(where);
        if (folder) await page.screenshot({ path: `${folder}/${colorScheme}-${width}${hash.replace("#", "-")}.png` });
        await page.close();
      }
    }
  }

  const page = await open({ viewport: { width: 1280, height: 860 }, reducedMotion: "reduce" }, pageUrl);
  const colour = (selector) => page.$eval(selector, (each) => getComputedStyle(each).backgroundColor);
  const unlit = await colour(".r-q1");
  const sees = (selector) => page.$eval(selector, (each) => {
    const { top, bottom } = each.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  await page.keyboard.press("Tab");
  found.firstStop = await page.evaluate(() => document.activeElement.getAttribute("href"));
  const last = await page.$$eval(".card", (cards) => cards.map((card) => card.id).pop());
  const before = await page.evaluate(() => scrollY);
  await page.evaluate((id) => { location.hash = id; }, last);
  found.cardComesIntoView = await sees(`#${last}`);
  found.textStaysWhereItIs = (await page.evaluate(() => scrollY)) === before;
  await page.evaluate(() => { location.hash = "q1"; });
  found.wordsLightUp = (await colour(".r-q1")) !== unlit;
  await page.click("#q1 a[href='#q1-1']");
  found.placeComesIntoView = await sees("#q1-1");
  await page.emulateMedia({ media: "print" });
  found.printedBeside = await page.$eval("aside", (each) => getComputedStyle(each).position);
  if (folder) await page.pdf({ path: `${folder}/print.pdf`, format: "A4" });
  await page.close();

  // the frame runs no scripts, not even those by which a test could ask it; its address tells where a click led
  const notebook = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  await notebook.goto(notebookUrl);
  const handle = await notebook.frames()[1].waitForSelector("#q1-1");
  const box = await handle.boundingBox();
  await notebook.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await notebook.waitForTimeout(300);
  found.frames = notebook.frames().map((each) => each.url());
  found.notebookColour = await notebook.evaluate(() => getComputedStyle(document.body).backgroundColor);
  if (folder) await notebook.screenshot({ path: `${folder}/notebook.png` });
  await browser.close();
  console.log(JSON.stringify(found));
}

// What a document may hold, and where: another validator's view, if it is there.
async function faults() {
  let library;
  try { library = require("html-validate"); } catch { return null; }
  const validator = new library.HtmlValidate({ extends: ["html-validate:recommended", "html-validate:a11y"] });
  const report = await validator.validateFile(new URL(pageUrl).pathname);
  return report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

main().catch((error) => { console.error(error); process.exit(1); });
