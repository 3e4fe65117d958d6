"""A submission and a programme about which the rules have nothing to say at gate G4."""

from datetime import date

from pipeline.rules.subject import ProgrammeSubject, Subject
from schemas.academy import AcademySubmission
from schemas.programme import Programme

Raw = dict[str, object]

WINDOW = (date(2021, 8, 31), date(2022, 2, 28))

_NUMBERS = ("1", "2", "3")


def programme_values() -> Raw:
    """Return the programme file as a reader brings it: texts in mappings and lists."""
    return {
        "programme": {
            "id": "akatemia-2021",
            "model": "innovaatio-akatemia",
            "name": "Innovaatio-akatemia 2021",
            "period": "31.8.2021–28.2.2022",
            "languages": "fi",
            "organiser": "Mallihankintojen osaamiskeskus",
            "contact_name": "Koordi Naattori",
            "contact_email": "koordi.naattori@example.org",
            "feedback": "palaute@example.org",
        },
        "settings": {"gate": "G4"},
        "stages": [
            {"number": "1", "name": "Haku", "type": "call", "timing": "31.8.–30.9.2021"},
            {
                "number": "2",
                "name": "Kutsu",
                "type": "invitation",
                "timing": "lokakuun alussa 2021",
            },
            {
                "number": "3",
                "name": "Kick off",
                "type": "kick_off",
                "timing": "ti 19.10.2021",
                "starts": "9.00",
                "duration": "3 h",
                "link": "https://example.org/kick-off",
                "registration_by": "12.10.2021",
            },
            {"number": "4", "name": "Sparraus", "type": "sparring", "timing": "marraskuu 2021"},
            {"number": "5", "name": "Päätös", "type": "closing", "timing": "helmikuu 2022"},
        ],
        "organisations": [
            {"id": "esimerkkila", "name": "Esimerkkilän kaupunki", "mentor": "kummi-1"}
        ],
        "mentors": [{"id": "kummi-1", "name": "Kummi Kumminen"}],
        "pre_assignment": {
            "sent": "4.10.2021",
            "due": "12.10.2021",
            "return_address": "akatemia@example.org",
        },
        "questions": [{"number": "1", "text": "Mikä hankinnoissa on vaikeinta?"}],
        "kick_off": {
            "welcome": "Tervetuloa.",
            "goal": "Yhteinen alku.",
            "outputs": "Haasteaihiot.",
            "participants": "Tiimit.",
            "room": "Verkko.",
            "documentation": "Muistio.",
            "blocks": [
                {"name": "Avaus", "duration": "20 min", "type": "opening", "goal": "Tutustutaan."}
            ],
        },
        "versions": [{"number": "1.0", "date": "4.10.2021", "state": "approved"}],
    }


def submission_values() -> Raw:
    """Return the submission as a reader brings it: texts in mappings and lists."""
    return {**_who(), **_plan(), **_work(), **_surroundings()}


def validated(submission: Raw, programme: Raw, languages: tuple[str, ...] = ("fi",)) -> Subject:
    """Return the subject of the rules for values as a reader brings them."""
    context = {"window": WINDOW}
    return Subject(
        AcademySubmission.model_validate(submission, context=context),
        Programme.model_validate(programme, context=context),
        languages=languages,
    )


def sound_subject() -> Subject:
    """Return the sound submission with the sound programme."""
    return validated(submission_values(), programme_values())


def sound_programme() -> ProgrammeSubject:
    """Return the sound programme."""
    return ProgrammeSubject(sound_subject().programme)


def _who() -> Raw:
    names = [("Malli", "Mallinen"), ("Testi", "Testaaja"), ("Esimerkki", "Henkilö")]
    functions = ["leadership", "procurement", "substance"]
    titles = ["hankintajohtaja", "hankintapäällikkö", "palvelupäällikkö"]
    return {
        "organisation": {
            "id": "esimerkkila",
            "name": "Esimerkkilän kaupunki",
            "type": "city",
            "language": "finnish",
            "business_id": "1234567-1",
        },
        "people": [
            {"id": f"HLO{number}", "first_name": first, "last_name": last}
            for number, (first, last) in zip(_NUMBERS, names, strict=True)
        ],
        "posts": [
            {"id": f"TEH{number}", "title": title, "holder": f"HLO{number}"}
            for number, title in zip(_NUMBERS, titles, strict=True)
        ],
        "team": [
            {"person": f"HLO{number}", "function": function}
            | ({"contact_person": "kyllä"} if number == "1" else {})
            for number, function in zip(_NUMBERS, functions, strict=True)
        ],
        "pre_assignment": [{"question": "1", "leaders": "Aika.", "experts": "Osaaminen."}],
    }


def _plan() -> Raw:
    return {
        "plan": {
            "title": "Innovatiivisten hankintojen johtaminen",
            "period": "1.11.2021–31.12.2023",
            "key_message": "Hankinta palvelee uudistumista.",
            "summary": "Suunnitelma kymmenellä rivillä.",
            "current_state": "Hankintoja johdetaan yksiköittäin.",
            "strategy_link": "Suunnitelma toteuttaa kaupunkistrategiaa.",
            "communication": "Henkilöstölle kerrotaan kuukausittain.",
            "follow_up": "Johtoryhmä seuraa kahdesti vuodessa.",
        },
        "impact_goals": [{"id": "V1", "text": "Ikäihmiset asuvat turvallisesti kotona."}],
        "objectives": [
            {
                "id": "T1",
                "name": "Kotihoitoa tukee tekniikka",
                "description": "Illat ovat turvallisempia.",
                "impact_goals": "V1",
            }
        ],
        "challenges": [
            {
                "id": "H1",
                "name": "Turvalliset illat kotona",
                "renewal_kind": "service_need",
                "renewal_need": "Iltakäyntien tarve kasvaa.",
                "beneficiaries": "Kotihoidon asiakkaat",
                "procurement_object": "Turvallisuus palveluna",
                "procurement_procedure": "Innovaatiokumppanuus",
                "procurement_timing": "syksy 2022",
                "market_dialogue": "Avoin tilaisuus ja kirjalliset kysymykset",
                "market_dialogue_timing": "3/2022",
                "owner": "TEH1",
                "objectives": "T1",
            }
        ],
        "operating_model": {
            "description": "Tarpeet kootaan kahdesti vuodessa.",
            "roles": "Hankintajohtaja johtaa.",
            "decision_making": "Johtoryhmä päättää.",
            "market_cooperation": "Toimittajia tavataan säännöllisesti.",
            "competence": "Valmennus hankkijoille.",
        },
    }


def _work() -> Raw:
    timings = ["1.–30.11.2021", "Q1/2022", "helmikuu 2022"]
    return {
        "measures": [
            {
                "id": f"P{number}",
                "name": f"Toimenpide {number}",
                "objectives": "T1",
                "challenge": "H1",
                "timing": timing,
                "responsibility": {
                    "accountable": f"TEH{number}",
                    "responsible": f"HLO{number}",
                },
                "output": "Muistio",
                "state": "not_started",
            }
            for number, timing in zip(_NUMBERS, timings, strict=True)
        ],
        "indicators": [
            {
                "id": "N1",
                "name": "Kotona asuvien osuus",
                "objective": "T1",
                "kind": "quantitative",
                "unit": "%",
                "direction": "increase",
                "baseline": "91,2",
                "baseline_date": "31.12.2021",
                "target": "93",
                "target_date": "31.12.2023",
                "data_source": "system",
                "owner": "TEH3",
            }
        ],
        "management_links": [
            {"instrument": "budget_cycle", "content": "Talousarvio 2023, kotihoidon määräraha"},
            {"instrument": "annual_clock", "content": "Käsittely syyskuussa", "months": "9"},
            {
                "instrument": "performance",
                "not_applicable": "kyllä",
                "reason": "Kunnalla ei ole tulossopimusta.",
            },
            {"instrument": "investment_plan", "content": "Laitteet vuodelle 2023"},
            {"instrument": "procurement_plan", "content": "Hankinta vuodelle 2022"},
        ],
    }


def _surroundings() -> Raw:
    sparring = {"starts": "9.00", "duration": "2 h", "link": "https://example.org/sparraus"}
    return {
        "costs": [
            {
                "name": "Asiantuntijatyö",
                "year": "2022",
                "amount": "12 500 €",
                "funding": "in_budget",
            }
        ],
        "risks": [
            {
                "id": "R1",
                "description": "Markkina ei tarjoa.",
                "probability": "3",
                "impact": "4",
                "mitigation": "Vuoropuhelu aloitetaan ajoissa.",
                "owner": "TEH2",
            }
        ],
        "pilots": [
            {
                "challenge": "H1",
                "what": "Kokeillaan hälytintä kymmenessä kodissa.",
                "hypothesis": "Turhat käynnit vähenevät.",
                "timing": "1.1.–28.2.2022",
                "state": "planned",
            }
        ],
        "follow_ups": [{"timing": "9/2022", "subject": "Toimenpiteet ja mittarit"}],
        "sparrings": [
            {"number": "1", "timing": "ti 16.11.2021", **sparring, "observations": "Rajattu."},
            {"number": "2", "timing": "to 16.12.2021", **sparring, "observations": "Sovittu."},
        ],
        "sparring_actions": [
            {
                "sparring": "1",
                "what": "Tavataan kolme toimittajaa.",
                "who": "HLO2",
                "by": "30.11.2021",
                "state": "closed",
            }
        ],
        "management_items": [
            {
                "timing": "ti 18.1.2022",
                "nature": "decision",
                "presenter": "TEH1",
                "preparer": "HLO2",
                "proposal": "Johtoryhmä hyväksyy suunnitelman.",
                "economic_effects": "Kustannukset ovat 12 500 euroa vuonna 2022.",
            }
        ],
        "versions": [
            {"number": "0.5", "date": "1.12.2021", "state": "sparred"},
            {"number": "1.0", "date": "20.1.2022", "state": "for_management"},
        ],
    }
