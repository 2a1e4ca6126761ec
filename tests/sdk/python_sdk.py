"""The official Python SDK against the simulator: base URL and credentials come from the environment."""

import os
import time
from datetime import datetime, timedelta, timezone

from solapi import SolapiMessageService
from solapi.error.MessageNotReceiveError import MessageNotReceivedError
from solapi.model import KakaoOption, RequestMessage, SendRequestConfig
from solapi.model.message_type import MessageType
from solapi.model.request.groups.get_groups import GetGroupsRequest
from solapi.model.request.messages.get_messages import GetMessagesRequest

FROM = "0212345678"


def service(secret=os.environ["SIM_SECRET"]):
    s = SolapiMessageService(api_key=os.environ["SIM_KEY"], api_secret=secret)
    s.base_url = os.environ["SIM_URL"]
    return s


def raises(expected, call):
    try:
        call()
    except Exception as e:  # the SDK raises plain Exception(code, message)
        assert expected in str(e.args) or expected == type(e).__name__, (expected, e)
        return e
    raise AssertionError(f"{expected} was not raised")


def main():
    api = service()
    before = api.get_balance().balance

    # One.
    one = api.send(RequestMessage(from_="02-1234-5678", to="010-1000-0001", text="안녕하세요"))
    assert one.group_info.count.registered_success == 1, one
    assert one.group_info.status == "SENDING", one.group_info.status

    # Many, to several numbers, of several types, one of them refused.
    many = api.send(
        [
            RequestMessage(from_=FROM, to=f"0102000{n:04}", text="가" * 45, custom_fields={"ref": f"py-{n}-1"})
            for n in range(100)
        ]
        + [
            RequestMessage(from_=FROM, to="01030000001", text="가" * 46),
            RequestMessage(from_=FROM, to="01030000002", text="이모지 😀", custom_fields={"ref": "py-bad-1"}),
            RequestMessage(from_=FROM, to=["01030000003", "01030000004"], text="여럿", subject="제목"),
        ],
        SendRequestConfig(show_message_list=True),
    )
    count = many.group_info.count
    assert (count.total, count.registered_failed, count.registered_success) == (104, 1, 103), count
    charged = many.group_info.count_for_charge
    assert charged.sms == {"82": 100} and charged.lms == {"82": 3}, charged
    [failed] = many.failed_message_list
    assert failed.status_code == "1029" and failed.to == "01030000002", failed
    assert failed.custom_fields == {"ref": "py-bad-1"}, failed
    assert len(many.message_list) == 104
    assert many.message_list[7].custom_fields == {"ref": "py-7-1"}, many.message_list[7]

    # All refused: the SDK raises.
    error = raises("MessageNotReceivedError", lambda: api.send(RequestMessage(from_="0300000000", to="01012345678", text="a")))
    assert isinstance(error, MessageNotReceivedError) and error.failed_messages[0].status_code == "1062"

    # Alimtalk with variables.
    talk = api.send(
        RequestMessage(
            to="01040000001",
            type=MessageType.ATA,
            kakao_options=KakaoOption(
                pf_id="KA01PF000000000000", template_id="KA01TP000000000000", variables={"이름": "김"}, disable_sms=True
            ),
            custom_fields={"ref": "py-talk-1"},
        ),
        SendRequestConfig(show_message_list=True),
    )
    talk_id = talk.message_list[0].message_id
    time.sleep(0.5)
    found = api.get_messages(GetMessagesRequest(message_id=talk_id)).message_list[talk_id]
    assert found.status_code == "4000" and found.text == "김님, 예약이 확인되었습니다.", found
    assert found.kakao_options.variables == {"#{이름}": "김"}, found.kakao_options
    assert found.custom_fields == {"ref": "py-talk-1"}, found

    # Lists: pages and filters.
    group = many.group_info.group_id
    seen, key = {}, None
    while True:
        page = api.get_messages(GetMessagesRequest(group_id=group, limit=30, start_key=key))
        assert len(page.message_list) <= 30
        assert not seen.keys() & page.message_list.keys()
        seen |= page.message_list
        key = page.next_key
        if key is None:
            break
    assert len(seen) == 104 and list(seen) == sorted(seen), len(seen)
    assert len(api.get_messages(GetMessagesRequest(group_id=group, type=MessageType.LMS)).message_list) == 3
    assert len(api.get_messages(GetMessagesRequest(group_id=group, status_code="1029")).message_list) == 1
    assert len(api.get_messages(GetMessagesRequest(to="01020000005")).message_list) == 1
    ids = list(seen)[:3]
    assert list(api.get_messages(GetMessagesRequest(message_ids=ids)).message_list) == ids
    now = datetime.now(timezone.utc)
    updated = api.get_messages(
        GetMessagesRequest(date_type="UPDATED", start_date=(now - timedelta(minutes=5)).isoformat(), limit=500)
    ).message_list.values()
    assert len(updated) == 107, len(updated)
    assert [m.date_updated for m in updated] == sorted(m.date_updated for m in updated)
    future = (now + timedelta(minutes=5)).isoformat()
    assert not api.get_messages(GetMessagesRequest(start_date=future)).message_list

    # Groups.
    assert api.get_group(group).count.sent_success == 103
    listed = api.get_groups(GetGroupsRequest(limit=2))
    assert len(listed.group_list) == 2 and listed.next_key, listed
    assert list(api.get_groups(GetGroupsRequest(group_id=group)).group_list) == [group]
    assert len(api.get_group_messages(group).message_list) == 20
    later = api.send(
        RequestMessage(from_=FROM, to="01050000001", text="예약"),
        SendRequestConfig(scheduled_date=(now + timedelta(hours=1)).isoformat()),
    )
    assert later.group_info.status == "SCHEDULED", later.group_info
    assert api.cancel_scheduled_message(later.group_info.group_id).status == "FAILED"

    # Money: 101 SMS, 3 LMS and one Alimtalk went; the cancelled one came back.
    assert before - api.get_balance().balance == 101 * 20 + 3 * 50 + 19, api.get_balance()

    # Credentials.
    raises("SignatureDoesNotMatch", lambda: service("wrong").get_balance())


if __name__ == "__main__":
    main()
    print("python SDK: ok")
