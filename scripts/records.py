"""Writes invented Jira work items as JSON Lines: `records.py MEGABYTES [SEED] > records.jsonl`. About a third of the bytes is contributed text."""

import json
import random
import sys

WORDS = """the crane schedule tide table report shows an error after update customer waits for answer please look before release we tried
it twice and got same result workaround is to reload page invoice total wrong when discount applied search slow in morning new colleagues
cannot open export file times out large mobile app loses last entry sign in needs second confirmation dock loading berth pilot harbor""".split()
FIRST = "Ada Bela Chidi Dana Emre Freya Goro Hana Ines Jonas Kofi Lena Mika Nadia Omar Pia".split()
LAST = "Archer Brandt Castillo Dube Eriksen Fontaine Gupta Haddad Ivanov Jansen Keller Lindqvist".split()


def person(draw):
    first, last = draw.choice(FIRST), draw.choice(LAST)
    number = FIRST.index(first) * 100 + LAST.index(last)
    site = "https://northwind.example"
    return {
        "self": f"{site}/rest/api/2/user?accountId=5b10a2844c2016570000{number:04}", "accountId": f"5b10a2844c2016570000{number:04}",
        "emailAddress": f"{first}.{last}@northwind.example".lower(), "displayName": f"{first} {last}", "active": True, "timeZone": "Etc/UTC",
        "avatarUrls": {"48x48": f"{site}/avatar/{number}.png"},
    }


def text(draw, words):
    parts = []
    while words > 0:
        length = draw.randrange(6, 16)
        sentence = " ".join(draw.choice(WORDS) for _ in range(length))
        parts.append(sentence.capitalize() + ".")
        words -= length
    if draw.random() < 0.3:
        who = person(draw)
        parts.append(f"Ask {who['displayName']} ({who['emailAddress']}) or call +44 20 7946 0{draw.randrange(100, 999)}.")
    return " ".join(parts)


def issue(draw, number):
    space = draw.choice(["WEB", "OPS", "HARBOR"])
    return {
        "expand": "renderedFields,names,schema,operations,editmeta,changelog", "id": str(10_000 + number), "key": f"{space}-{number}",
        "self": f"https://northwind.example/rest/api/2/issue/{10_000 + number}",
        "fields": {
            "summary": text(draw, 8), "description": text(draw, 110),
            "issuetype": {"self": "https://northwind.example/rest/api/2/issuetype/1", "id": "1", "name": draw.choices(["Task", "Bug", "Story", "Epic"], [50, 30, 17, 3])[0], "subtask": False},
            "status": {"self": "https://northwind.example/rest/api/2/status/3", "name": draw.choices(["To do", "In progress", "Done", "In review", "Waiting for legal"], [35, 25, 34, 5, 1])[0], "id": "3"},
            "priority": {"self": "https://northwind.example/rest/api/2/priority/3", "name": draw.choices(["Medium", "Low", "High", "Highest"], [60, 20, 17, 3])[0], "id": "3"},
            "project": {"self": "https://northwind.example/rest/api/2/project/1", "id": "1", "key": space, "name": space, "projectTypeKey": "software"},
            "reporter": person(draw), "assignee": person(draw), "labels": [draw.choice(WORDS)], "components": [], "votes": {"votes": draw.randrange(5)},
            "created": f"2026-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}T09:15:00.000+0000", "updated": "2026-11-20T10:00:00.000+0000",
            "customfield_10016": draw.choice([1, 2, 3, 5, 8, None]), "timeoriginalestimate": draw.choice([None, 3600, 7200]), "workratio": -1,
            "comment": {"comments": [{"id": str(number), "author": person(draw), "body": text(draw, 25), "created": "2026-10-01T10:00:00.000+0000"}], "maxResults": 1, "total": 1, "startAt": 0},
        },
    }


def main():
    draw = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    left = float(sys.argv[1]) * 1e6
    number = 0
    while left > 0:
        number += 1
        line = json.dumps(issue(draw, number)) + "\n"
        sys.stdout.write(line)
        left -= len(line)


if __name__ == "__main__":
    main()
