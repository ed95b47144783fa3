// Requests to the vendor's support.

import { cancellations, exchanges, quotes } from './answers.js';

const contact = {
  preferredContactMethod: 'email',
  name: 'Kim\n金',
  email: 'kim@contoso.com',
  phone: '+82 2',
};

export function* support() {
  for (const quote of quotes) {
    yield ['draftSupportRequest', 'reservation-refund', { quote, contact, reservationId: 'R-1' }];
  }
  for (const quote of exchanges) yield ['draftSupportRequest', 'reservation-exchange', { quote }];
  for (const cancellation of cancellations) {
    const { preferredContactMethod, ...person } = contact;
    yield [
      'draftSupportRequest',
      'software-cancellation',
      { cancellation, contact: person, files: ['a.pdf'] },
    ];
  }
  const amountRequested = { amount: { $bigint: '12' }, currency: 'KWD' };
  yield ['draftSupportRequest', 'reservation-refund', { amountRequested, title: '환불' }];
  yield ['draftSupportRequest', 'software-cancellation', { askedForByCancellation: false }];
}
