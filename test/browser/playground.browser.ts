import { get } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { refundCurve, refundPolicies } from '../../src/index.ts';
import { address, answers, ask as askOf, type Question, sentenceOf, useSite } from './pages.ts';

// The page of refunds in detail; the form kit behind it serves every question.

useSite();

const policy = 'partner-center-2020-08';
const ask = (question: Question, options: Parameters<typeof askOf>[2] = {}): Promise<Page> =>
  askOf('refund', { policy, ...question }, options);

const bought = { paid: '12000.00', currency: 'USD', term: 'P1Y', purchasedOn: '2025-01-01' };
const halfTime = { ...bought, canceledOn: '2025-07-02', used: 'true' };
const asked = { ...bought, canceledOn: '2025-01-07', used: 'false' };
const wrong = {
  ...{ paid: '12,000', currency: 'EUR', term: 'P2Y', canceldOn: '2025-03-01' },
  policy: 'partner-center-2018-05',
};

describe('the answer', () => {
  it.each([
    [{ ...bought, canceledOn: '2025-01-01', used: 'false' }, 'The refund is 12,000.00 USD'],
    [{ ...bought, canceledOn: '2025-01-06', used: 'false' }, 'The refund is 12,000.00 USD'],
    [{ ...bought, canceledOn: '2025-01-06', used: 'true' }, 'The refund is 11,835.62 USD'],
    [asked, 'The refund is 10,386.41 USD'],
    [halfTime, 'The refund is 5,294.47 USD'],
    [{ ...halfTime, canceledOn: '2025-12-31' }, 'The refund is 28.93 USD'],
    [{ ...halfTime, canceledOn: '2026-01-01' }, 'No refund is possible'],
    [{ ...halfTime, paid: '120000.00' }, '50,000.00 USD.*2,944.65'],
    [{ ...halfTime, paid: '120000.00', consumedRefunds: '48000.00' }, '2,000.00 USD.*50,944.65'],
    [{ ...halfTime, paid: '120000.00', currency: 'EUR', usdRate: '1.1' }, '45,454.54 EUR'],
    [{ ...halfTime, product: 'RedHat' }, 'No refund is possible'],
    [{ ...halfTime, policy: 'azure-2020-02' }, '6,016.44 USD'],
  ])('to %o is: %s', async (question, sentence) => {
    const page = await ask(question);
    expect(await sentenceOf(page)).toMatch(new RegExp(sentence));
    const [amount] = /[\d,]+\.\d\d/.exec(sentence) ?? [];
    if (amount !== undefined) expect(await page.locator('#figure').innerText()).toContain(amount);
  });

  it('explains itself', async () => {
    const page = await ask(asked);
    const text = await page.locator('#explanation').innerText();
    expect(text).toContain('12,000.00 × 359 ÷ 365 = 11,802.74 (RES-3; 359 of 365 days remain)');
    expect(await page.locator('#explanation h3').count()).toBeGreaterThan(3);
  });

  it('follows what is typed, and is in the address, which asks the same again', async () => {
    const page = await ask(asked);
    await page.getByLabel('Cancelled on').fill('2025-07-02');
    await page.getByLabel('Yes').check();
    await answers(page, /5,294\.47/);
    await page.getByLabel('Rules').selectOption('azure-2020-02');
    await answers(page, /6,016\.44/);
    const again = await ask(
      Object.fromEntries(new URLSearchParams(new URL(page.url()).hash.slice(1))),
    );
    expect(await sentenceOf(again)).toBe(await sentenceOf(page));
    expect(again.url()).toBe(page.url());
  });

  it('follows the address if only that changes', async () => {
    const page = await ask(asked);
    await page.goto(`${address()}try/refund/#${new URLSearchParams({ policy, ...halfTime })}`);
    await answers(page, /5,294\.47/);
  });

  it('asks for a rate only next to another currency, and for payments only if paid monthly', async () => {
    const page = await ask(asked);
    const rate = page.getByLabel('US dollars for 1 unit');
    expect(await rate.isVisible()).toBe(false);
    await page.getByLabel('Currency', { exact: true }).fill('EUR');
    await rate.fill('1.1');
    await answers(page, /10,386\.41 EUR/);
    await page.getByLabel('Currency', { exact: true }).fill('USD');
    await answers(page, /10,386\.41 USD/);
    await expect.poll(() => rate.isVisible()).toBe(false);
    await page.getByLabel('Billing plan').selectOption('Monthly');
    await page.getByLabel('Monthly payment').fill('1000.00');
    await page.getByLabel('Payments made').fill('1');
    await answers(page, /USD/);
    expect(await page.getByLabel('Price paid').isVisible()).toBe(false);
  });

  it('can be copied as text, as code and as a link', async () => {
    const page = await ask(asked);
    const copied = async (name: string): Promise<string> => {
      await page.getByRole('button', { name }).click();
      return page.evaluate('navigator.clipboard.readText()');
    };
    expect(await copied('Copy as text')).toMatch(
      /^The refund is 10,386\.41 USD.*\n\nCalculation|^The refund is 10,386\.41 USD.*\nCalculation/,
    );
    const code = await copied('Copy as code');
    expect(code).toContain("import { quoteRefund } from 'partner-rules/reservations';");
    expect(code).toContain("paid: '12000.00',");
    expect(code).toContain('"refund":"10386.41"');
    expect(await copied('Copy link')).toBe(page.url());
  });

  it('follows within 100 ms, or as much longer as a timer of an empty page is late', async () => {
    const page = await ask(asked);
    const late = await page.evaluate<number>(`new Promise((resolve) => {
      const start = performance.now();
      setTimeout(() => resolve((performance.now() - start) / 30), 30);
    })`);
    const times = [];
    for (const amount of ['11000.00', '10000.00', '9000.00', '8000.00', '7000.00']) {
      times.push(
        await page.evaluate<number>(`new Promise((resolve) => {
          const field = document.getElementById('paid');
          const start = performance.now();
          new MutationObserver((_, observer) => {
            observer.disconnect();
            resolve(performance.now() - start);
          }).observe(document.getElementById('sentence'), { childList: true });
          field.value = '${amount}';
          field.dispatchEvent(new Event('input', { bubbles: true }));
        })`),
      );
    }
    const median = times.sort((a, b) => a - b)[2] ?? Number.NaN;
    expect(median).toBeLessThan(100 * Math.max(1, late));
  });
});

describe('an issue', () => {
  it('is at its field, with the fields named where the answer would be', async () => {
    const page = await ask(wrong);
    const sentence = await sentenceOf(page);
    expect(sentence).toMatch(/^Correct or add: /);
    for (const label of ['Price paid', 'Term', 'Purchased on']) expect(sentence).toContain(label);
    expect(await page.locator('#issue-paid').innerText()).toContain('got "12,000"');
    expect(await page.locator('#other-issues').innerText()).toContain('canceldOn');
    expect(await page.locator('#reasons').isVisible()).toBe(false);
  });

  it.each([
    ['paid', '12,000', 'Expected an amount in USD'],
    ['currency', 'usd', 'Expected the code of'],
    ['consumedRefunds', '-1', 'Expected an amount in USD'],
  ])('of %s comes and goes as one types', async (name, value, message) => {
    const page = await ask(asked);
    await page.getByText('More facts (optional)').click();
    const field = page.locator(`[name="${name}"]`);
    expect(await field.getAttribute('aria-invalid')).toBe(null);
    await field.fill(value);
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    const issue = page.locator(`#issue-${name}`);
    expect(await issue.innerText()).toContain(message);
    expect((await field.getAttribute('aria-describedby'))?.split(' ')).toContain(`issue-${name}`);
    await field.fill(name === 'consumedRefunds' ? '' : ({ ...asked }[name] ?? ''));
    await expect.poll(() => issue.isVisible()).toBe(false);
    expect(await field.getAttribute('aria-invalid')).toBe(null);
  });

  it('is in Korean on a Korean page', async () => {
    const page = await ask(wrong, { lang: 'ko' });
    const texts = await page.locator('.issue:visible').allInnerTexts();
    expect(texts.length).toBeGreaterThan(4);
    for (const text of texts) expect(text).toMatch(/[가-힣]/);
  });

  it.each([
    ['__proto__', '1', '__proto__: expected no such field'],
    ['constructor', '1', 'constructor: expected no such field'],
    ['toString.call', '1', 'toString'],
  ])('names what only the address has: %s=%s', async (name, value, message) => {
    const page = await ask(Object.fromEntries([...Object.entries(asked), [name, value]]));
    expect(await page.locator('#other-issues').innerText()).toContain(message);
    expect(page.url()).toContain(`${name}=${value}`);
  });

  it.each([
    ['term', 'P2Y'],
    ['product', 'Redhat'],
    ['policy', 'constructor'],
    ['billingPlan', 'Quarterly'],
  ])('is at a list that does not offer what the address has: %s=%s', async (name, value) => {
    const page = await ask({ ...asked, [name]: value });
    if (name === 'product') await page.getByText('More facts (optional)').click();
    expect(await page.locator(`#${name}`).inputValue()).toBe(value);
    expect(await page.locator(`#issue-${name}`).isVisible()).toBe(true);
  });

  it('cannot put anything but text into the page', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const page = await ask({ ...asked, paid: markup, product: markup, [markup]: markup });
    expect(await page.locator('#issue-paid').innerText()).toContain('<img');
    expect(await page.locator('img').count()).toBe(0);
  });

  it('is at its record in a list', async () => {
    const days = JSON.stringify([{ on: '2026-01-15', usd: '1,000' }]);
    const page = await askOf('limit', { asOf: '2026-07-02', policy: 'partner-center', days });
    expect(await page.locator('[id="issue-days.0.usd"]').innerText()).toContain('got "1,000"');
    await page.getByRole('button', { name: 'Remove: Refund 1' }).click();
    await answers(page, /50,000\.00 of 50,000\.00 USD are left/);
    await page.getByRole('button', { name: '+ Add: Refund' }).click();
    await page.getByLabel('Day (UTC)').fill('2026-01-15');
    await page.getByLabel('Refund (USD)').fill('1000.00');
    await answers(page, /49,000\.00 of 50,000\.00 USD are left/);
  });
});

describe('the keyboard', () => {
  it('is enough to ask, and always shows where it is', async () => {
    const page = await ask(asked);
    await page.locator('#copy-link').focus();
    const visited: string[] = [];
    for (let i = 0; i < 30; i += 1) {
      await page.keyboard.press('Tab');
      const [name, outline] = await page.evaluate<[string, string]>(
        `[document.activeElement.id || document.activeElement.name || document.activeElement.localName,
          getComputedStyle(document.activeElement).outlineStyle]`,
      );
      visited.push(name);
      expect(`${name}: ${outline}`).toMatch(/(solid|auto)$/);
      if (name === 'purchasedOn') break;
    }
    const fields = visited.filter((name) => name !== 'button');
    expect(fields.slice(0, 4)).toEqual(['billingPlan', 'paid', 'currency', 'term']);
    await page.locator('#paid').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('120000.00');
    await answers(page, /50,000\.00 USD/);
    await page.locator('input[name=used]:checked').focus();
    await page.keyboard.press('ArrowLeft');
    await answers(page, /50,000\.00 USD/);
    expect(await page.locator('input[name=used]:checked').inputValue()).toBe('true');
  });
});

describe('the curve', () => {
  const curve = refundCurve({
    ...{ paid: '12000.00', currency: 'USD', term: 'P1Y', purchasedOn: '2025-01-01', used: false },
  });

  it('has a title, a description, axes with units, and its jumps marked and in words', async () => {
    const page = await ask(asked);
    const plot = page.getByRole('img', { name: 'Refund by day of cancellation, in USD' });
    const describedBy = await plot.getAttribute('aria-describedby');
    expect(await page.locator(`#${describedBy}`).textContent()).toMatch(
      /^From 12,000\.00 USD on 2025-01-01 to 0\.00 USD on 2026-01-01\. It jumps: 2025-01-07/,
    );
    const texts = await plot.locator('text').allTextContents();
    expect(texts).toEqual(
      expect.arrayContaining(['Refund (USD)', 'Days since the purchase (UTC days)', '15,000']),
    );
    expect(await plot.locator('circle.number').count()).toBe(curve.jumps.length);
    expect(await page.locator('#jumps li').allInnerTexts()).toEqual([
      '2025-01-07 (day 6): from 12,000.00 to 10,386.41, by −1,613.59, since the days without a fee, or of full credit, are over.',
      '2026-01-01 (day 365): from 28.93 to 0.00, by −28.93, since the term has ended.',
    ]);
  });

  it('says the same in a table', async () => {
    const page = await ask(asked);
    await page.locator('#table-title').click();
    const rows = await page.locator('#table tbody tr').all();
    const shown = curve.days.map(({ on }) => on).filter((on) => /-01$|01-0[67]$|12-31$/.test(on));
    expect(await page.locator('#table tbody th').allInnerTexts()).toEqual(shown);
    for (const row of rows) {
      const [on, since, ...amounts] = await row.locator('th, td').allInnerTexts();
      const day = curve.days.find((day) => day.on === on);
      expect(Number(since)).toBe(day?.sincePurchase);
      expect(amounts.slice(0, 4).map((amount) => amount.replaceAll(',', ''))).toEqual([
        ...[day?.credit, day?.fee, day?.refund, day?.withheld],
      ]);
    }
  });

  it('needs no day of cancellation', async () => {
    const { canceledOn: _, ...facts } = asked;
    const page = await ask(facts);
    expect(await page.locator('#issue-canceledOn').isVisible()).toBe(true);
    expect(await page.locator('#plot svg').count()).toBe(1);
  });

  it('draws every point inside the plot, under every policy', async () => {
    const page = await ask(asked);
    for (const policy of Object.keys(refundPolicies).slice(1)) {
      for (const [paid, term] of [
        ['0.01', 'P1Y'],
        ['999999999999999', 'P3Y'],
      ] as const) {
        const question = { ...asked, policy, paid, term };
        await page.goto(`${address()}try/refund/#${new URLSearchParams(question)}`);
        await page.waitForFunction(`document.getElementById('policy').value === '${policy}'`);
        const outside = `[...document.querySelectorAll('#plot svg *')].filter((part) => {
          const box = part.getBoundingClientRect();
          const plot = document.querySelector('#plot svg').getBoundingClientRect();
          return !(box.left >= plot.left - 1 && box.right <= plot.right + 1 && box.top >= plot.top - 1
            && box.bottom <= plot.bottom + 1) && !['title', 'desc'].includes(part.localName);
        }).map((part) => part.outerHTML.slice(0, 120))`;
        expect(await page.evaluate(outside)).toEqual([]);
        expect(await page.locator('#plot svg').innerHTML()).not.toMatch(/NaN|Infinity/);
      }
    }
  });
});

describe('a file', () => {
  const csv = [
    'ReservationOrderId,eventdate,EventType,Term,Quantity,Amount,Currency,BillingFrequency,Note',
    'A,2025-01-01,Purchase,P1Y,1,12000.00,USD,OneTime,"a, b"',
    'B,2025-01-01,Purchase,P1Y,1,"1,000",USD,OneTime,',
  ].join('\r\n');

  it('of transactions is quoted, with its faults named, and comes back as CSV', async () => {
    const page = await askOf('files', { canceledOn: '2025-07-02', used: 'true', policy });
    await page.locator('#file').setInputFiles({
      ...{ name: 'transactions.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) },
    });
    await answers(page, '1 of 2 reservations are refunded. 44,705.53 USD of the limit are left.');
    const rows = await page.locator('#results-table tbody tr').allInnerTexts();
    expect(rows[0]).toMatch(/A\s+USD\s+5,294\.47\s+0\.00\s+44,705\.53/);
    expect(rows[1]).toMatch(/1,000/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#download').click(),
    ]);
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(part as Buffer);
    expect(Buffer.concat(parts).toString('utf8')).toMatch(
      /^\uFEFFReservation,.*\r\nA,USD,5294\.47,0\.00,44705\.53,quoted/,
    );
  });

  it('of orders from the Azure command line is quoted', async () => {
    const page = await askOf('files', { canceledOn: '2025-07-02', used: 'true', policy });
    await page.locator('#file').setInputFiles('test/interop/samples/order-az-cli.json');
    await answers(page, /1 of 1 reservations are refunded/);
    expect(await page.locator('#results-table tbody').innerText()).toContain('5,294.47');
  });

  it('that is none of these is said to be none', async () => {
    const page = await askOf('files', { canceledOn: '2025-07-02', used: 'true', policy });
    await page.locator('#file').setInputFiles('test/interop/samples/unknown-table.csv');
    await answers(page, 'No reservation was found in the file');
  });
});

describe('the server', () => {
  /** The path goes out as it stands here, with its dots. */
  const status = (path: string): Promise<number | undefined> => {
    const { hostname, port, pathname } = new URL(address());
    return new Promise((resolve, reject) => {
      const request = get({ hostname, port, path: path.replace('HOME/', pathname) }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.once('error', reject);
    });
  };

  it('serves the site, and no other file', async () => {
    expect(await status('/')).toBe(302);
    expect(await status('HOME/')).toBe(200);
    expect(await status('HOME/try/refund/?1')).toBe(200);
    expect(await status('HOME/try/refund')).toBe(302);
    const others = ['HOME/../../package.json', 'HOME/%2e%2e/package.json', 'HOME/..%2fserve.js'];
    others.push('HOME//etc/passwd', 'HOME/no', 'HOME/%');
    for (const path of others) expect(`${path}: ${await status(path)}`).toMatch(/: 40[04]$/);
  });

  it('listens to this machine alone', async () => {
    expect(new URL(address()).hostname).toBe('127.0.0.1');
    const outer = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address: own } of outer) {
      const port = Number(new URL(address()).port);
      const failed = await new Promise((resolve) => {
        const socket = connect(port, own, () => resolve(socket.destroy() && false));
        socket.once('error', () => resolve(true));
      });
      expect(failed).toBe(true);
    }
  });
});
