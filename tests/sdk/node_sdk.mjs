// The official Node SDK against the simulator: base URL and credentials come from the environment.

import assert from 'node:assert/strict';
import {SolapiMessageService} from 'solapi';

const {SIM_URL, SIM_KEY, SIM_SECRET} = process.env;
// The SDK's address is fixed, so requests are turned round on their way out.
const realFetch = globalThis.fetch;
globalThis.fetch = (url, options) => realFetch(url.replace('https://api.solapi.com', SIM_URL), options);

const FROM = '0212345678';
const api = new SolapiMessageService(SIM_KEY, SIM_SECRET);
const before = (await api.getBalance()).balance;

// One.
const one = await api.send({from: '02-1234-5678', to: '010-1000-0001', text: '안녕하세요'});
assert.equal(one.groupInfo.count.registeredSuccess, 1);
assert.deepEqual(one.failedMessageList, []);

// Many, of several types, one of them refused.
const batch = Array.from({length: 100}, (_, n) => ({
  from: FROM,
  to: `0102000${String(n).padStart(4, '0')}`,
  text: '가'.repeat(45),
  customFields: {ref: `js-${n}-1`},
}));
const many = await api.send(
  [
    ...batch,
    {from: FROM, to: '01030000001', text: '가'.repeat(46)},
    {from: FROM, to: '01030000002', text: '이모지 😀', customFields: {ref: 'js-bad-1'}},
    {from: FROM, to: ['01030000003', '01030000004'], text: '여럿', subject: '제목'},
    {from: FROM, to: '01020000000', text: '중복'},
  ],
  {showMessageList: true},
);
assert.equal(many.groupInfo.count.total, 105);
assert.deepEqual(many.groupInfo.countForCharge.sms, {82: 100});
assert.deepEqual(
  many.failedMessageList.map(m => [m.to, m.statusCode]),
  [['01030000002', '1029'], ['01020000000', '1026']],
);
assert.deepEqual(many.failedMessageList[0].customFields, {ref: 'js-bad-1'});
assert.deepEqual(many.messageList[7].customFields, {ref: 'js-7-1'});

// All refused: the SDK raises.
await assert.rejects(api.send({from: '0300000000', to: '01012345678', text: 'a'}), e => {
  assert.equal(e._tag, 'MessageNotReceivedError');
  assert.equal(e.failedMessageList[0].statusCode, '1062');
  return true;
});

// Alimtalk with variables.
const talk = await api.send(
  {
    to: '01040000001',
    type: 'ATA',
    kakaoOptions: {
      pfId: 'KA01PF000000000000',
      templateId: 'KA01TP000000000000',
      variables: {이름: '김'},
      disableSms: true,
    },
    customFields: {ref: 'js-talk-1'},
  },
  {showMessageList: true},
);
const talkId = talk.messageList[0].messageId;
await new Promise(done => setTimeout(done, 500));
const found = (await api.getMessages({messageId: talkId})).messageList[talkId];
assert.equal(found.statusCode, '4000');
assert.equal(found.text, '김님, 예약이 확인되었습니다.');
assert.deepEqual(found.kakaoOptions.variables, {'#{이름}': '김'});
assert.equal(found.autoTypeDetect, true);
const templates = await api.getKakaoAlimtalkTemplates();
assert.equal(templates.templateList[0].content, '#{이름}님, 예약이 확인되었습니다.');
assert.equal((await api.getKakaoChannels()).channelList[0].channelId, 'KA01PF000000000000');

// Lists: pages and filters.
const groupId = many.groupInfo.groupId;
const seen = [];
for (let startKey; ; ) {
  const page = await api.getMessages({groupId, limit: 30, startKey});
  seen.push(...Object.keys(page.messageList));
  if (page.nextKey == null) break;
  startKey = page.nextKey;
}
assert.equal(seen.length, 105);
assert.equal(new Set(seen).size, 105);
const count = async query => Object.keys((await api.getMessages({limit: 500, ...query})).messageList).length;
assert.equal(await count({groupId, type: 'LMS'}), 3);
assert.equal(await count({groupId, statusCode: '4000'}), 103);
assert.equal(await count({messageIds: seen.slice(0, 3)}), 3);
assert.equal(await count({to: '01020000005'}), 1);
assert.equal(await count({from: '0299999999'}), 0);
const minutes = n => new Date(Date.now() + n * 60_000);
assert.equal(await count({dateType: 'UPDATED', startDate: minutes(-5), endDate: minutes(5)}), 108);
assert.equal(await count({startDate: minutes(5)}), 0);

// Groups.
const id = await api.createGroup(false);
await api.addMessagesToGroup(id, [
  {from: FROM, to: '01060000001', text: '그룹 하나'},
  {from: FROM, to: '01060000002', text: '그룹 둘'},
]);
const members = Object.keys((await api.getGroupMessages(id)).messageList);
assert.equal(members.length, 2);
const removed = await api.removeGroupMessages(id, [members[1]]);
assert.equal(removed.resultList[0].resultCode, '2000');
assert.equal((await api.getGroup(id)).status, 'PENDING');
assert.equal((await api.sendGroup(id)).status, 'SENDING');
await new Promise(done => setTimeout(done, 400));
const sent = await api.getGroup(id);
assert.equal(sent.status, 'COMPLETE');
assert.equal(sent.count.sentSuccess, 1);
const reserved = await api.createGroup(false);
await api.addMessagesToGroup(reserved, {from: FROM, to: '01070000001', text: '예약'});
assert.equal((await api.reserveGroup(reserved, minutes(60))).status, 'SCHEDULED');
assert.equal((await api.removeReservationToGroup(reserved)).status, 'FAILED');
const unsent = await api.createGroup(false);
await api.removeGroup(unsent);
await assert.rejects(api.getGroup(unsent), /ResourceNotFound/);
const groups = await api.getGroups({limit: 2});
assert.equal(Object.keys(groups.groupList).length, 2);
assert.ok(groups.nextKey);
assert.deepEqual(Object.keys((await api.getGroups({groupId: id})).groupList), [id]);

// Money: 102 SMS, 3 LMS and one Alimtalk went; the cancelled one came back.
assert.equal(before - (await api.getBalance()).balance, 102 * 20 + 3 * 50 + 19);
const statistics = await api.getStatistics();
assert.equal(statistics.successed.lms, 3);
assert.equal(statistics.total.total, statistics.successed.total + statistics.failed.total);

// Credentials.
const stranger = new SolapiMessageService(SIM_KEY, 'wrong');
await assert.rejects(stranger.getBalance(), /SignatureDoesNotMatch/);

console.log('Node SDK: ok');
