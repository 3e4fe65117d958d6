"""A process and its programme about which the rules have nothing to say at gate P6."""

from datetime import date

from pipeline.rules.community.subject import CommunitySubject
from schemas.community import CommunitySubmission
from schemas.programme import Programme
from tests.rules.sound import Raw

WINDOW = (date(2022, 1, 1), date(2022, 12, 31))

_DAYS = ("to 10.2.2022", "to 10.3.2022", "to 7.4.2022", "to 28.4.2022", "to 9.6.2022")


def programme_values() -> Raw:
    """Return the programme file as a reader brings it: texts in mappings and lists."""
    return {
        "programme": {
            "id": "yhdessa-2022",
            "model": "yhteisollinen-innovointi",
            "name": "Yhdessä 2022",
            "period": "1.1.–31.12.2022",
            "languages": "fi",
            "organiser": "Mallikehittäjät",
            "contact_name": "Koordi Naattori",
            "contact_email": "koordi.naattori@example.org",
            "feedback": "palaute@example.org",
        },
        "settings": {"gate": "P6"},
        "organisations": [{"id": "esimerkkila", "name": "Esimerkkilä yhdessä"}],
        "versions": [{"number": "1.0", "date": "10.1.2022", "state": "approved"}],
    }


def process_values() -> Raw:
    """Return the submission as a reader brings it: texts in mappings and lists."""
    return {**_process(), **_workshops(), **_work(), **_results()}


def validated_process(
    submission: Raw, programme: Raw, languages: tuple[str, ...] = ("fi",)
) -> CommunitySubject:
    """Return the subject of the rules for values as a reader brings them."""
    context = {"window": WINDOW}
    return CommunitySubject(
        CommunitySubmission.model_validate(submission, context=context),
        Programme.model_validate(programme, context=context),
        languages=languages,
    )


def sound_process() -> CommunitySubject:
    """Return the sound process with its sound programme."""
    return validated_process(process_values(), programme_values())


def _process() -> Raw:
    names = [("Malli", "Mallinen"), ("Testi", "Testaaja"), ("Esimerkki", "Henkilö")]
    return {
        "process": {
            "id": "esimerkkila",
            "name": "Esimerkkilä yhdessä",
            "locality": "Esimerkkilä",
            "mode": "cross_border",
            "start_question": "Miten kukaan ei jää yksin?",
            "goals": "Uusi yhteinen käytäntö.",
            "period": "1.2.–31.8.2022",
            "facilitators": "HLO1",
            "documenter": "HLO2",
            "contact": "HLO2",
        },
        "organisations": [
            {"id": "kunta", "name": "Esimerkkilän kunta", "role": "client", "type": "municipality"},
            {"id": "srk", "name": "Esimerkkilän seurakunta", "role": "client", "type": "parish"},
        ],
        "people": [
            {
                "id": f"HLO{number}",
                "first_name": first,
                "last_name": last,
                "organisation": "kunta",
                "phone": "040 000 0000",
            }
            for number, (first, last) in enumerate(names, start=1)
        ],
        "invitees": [
            {"name": "Kunnan johto", "kind": "leaders", "organisation": "kunta", "target": "4"},
            {"name": "Srk:n väki", "kind": "employees", "organisation": "srk", "target": "8"},
        ],
    }


def _workshops() -> Raw:
    return {
        "workshops": [
            {
                "number": str(number),
                "timing": day,
                "starts": "9.00",
                "duration": "3 h",
                "place": {"name": "Mallitalo", "town": "Esimerkkilä"},
                "purpose": "Puhua ja kuunnella.",
                "goal": "Yhteinen kuva.",
                "output": "Lista.",
                "expected": "24",
                "group_size": "5",
            }
            for number, day in enumerate(_DAYS, start=1)
        ],
        "methods": [
            {
                "id": "M1",
                "name": "Kysymyskehä",
                "duration_least": "20 min",
                "duration_most": "90 min",
                "group_least": "3",
                "group_most": "6",
            }
        ],
        "blocks": [block for number in range(1, 6) for block in _blocks(str(number))],
    }


def _blocks(workshop: str) -> list[dict[str, str]]:
    rows = [
        ("Tervetuloa", "20 min", "opening"),
        ("Kysymyskehä", "60 min", "group"),
        ("Kahvi", "20 min", "break"),
        ("Purku", "50 min", "sharing"),
        ("Päätös", "30 min", "closing"),
    ]
    return [
        {"workshop": workshop, "name": name, "duration": duration, "type": kind}
        | ({"method": "M1"} if kind == "group" else {})
        | ({} if kind == "break" else {"lead": "HLO1"})
        for name, duration, kind in rows
    ]


def _work() -> Raw:
    return {
        "materials": [
            {"name": "Muistilaput", "amount": "10", "basis": "participant", "reserve": "10"}
        ],
        "observations": [{"id": "HAV1", "text": "Ilta on yksinäinen.", "workshop": "1"}],
        "ideas": [
            {
                "id": "I1",
                "title": "Yhteinen ruokapöytä",
                "observations": "HAV1",
                "workshop": "3",
                "state": "chosen",
            }
        ],
        "experiments": [
            {
                "id": "K1",
                "name": "Torstain ruokapöytä",
                "ideas": "I1",
                "goal": "Kenenkään ei tarvitse syödä yksin.",
                "organisations": "kunta; srk",
                "owner": "HLO3",
                "makers": "HLO1",
                "timing": "1.–31.5.2022",
                "signs": "Pöydässä on joka kerta uusia ihmisiä.",
                "follow_up": "31.5.2022",
                "decision": "rooted",
                "carried_on_by": "srk",
            }
        ],
        "between_tasks": [
            {"workshop": "1", "what": "Haastattele kaksi.", "who": "kaikki", "due": "3.3.2022"}
        ],
    }


def _results() -> Raw:
    return {
        "memos": [
            {
                "workshop": str(number),
                "present": "22",
                "done": "Puhuttiin.",
                "observations": "Sama huoli toistui.",
            }
            for number in range(1, 6)
        ],
        "outcome": {
            "summary": "Ruokapöytä jäi.",
            "new_practice": "Torstaisin syödään yhdessä.",
            "carried_on_by": "Seurakunta.",
            "feedback": "Hyvä alku.",
        },
        "versions": [
            {"number": "0.5", "date": "10.1.2022", "state": "draft"},
            {"number": "1.0", "date": "15.6.2022", "state": "approved"},
        ],
    }
