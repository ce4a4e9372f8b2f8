"""One sentence under the big button: how far it is, and what is missing for the next step."""

from ui.counter import rules
from ui.counter.state import CounterState, Paper, Phase
from ui.judged import Judged
from ui.words import Words


def advice(state: CounterState, words: Words) -> str:
    """The sentence, empty where there is nothing to say."""
    match state.phase:
        case Phase.IDLE:
            return "" if state.next else words("counter.advice.nobody_waits")
        case Phase.CALLED:
            left = rules.calls_left(state)
            return (
                words("counter.advice.calls_left", count=left) if left else words("counter.advice.may_miss")
            )
        case Phase.SERVING:
            return _advice_on_materials(state, words)
        case Phase.PAUSED | Phase.CLOSED:
            return words(f"counter.advice.{state.phase}")
        case _:
            return ""


def _advice_on_materials(state: CounterState, words: Words) -> str:
    judged, issued = state.judged, state.issued
    if issued is not None:
        failed = state.print.paper is Paper.FAILED
        return words("counter.advice.print_failed" if failed else "counter.advice.told", number=issued.number)
    for problem in judged.unfounded.values():
        return words(problem)
    if judged.wordless:
        return words("counter.advice.wordless", count=len(judged.wordless))
    if judged.unjudged:
        return words("counter.advice.unjudged", count=len(judged.unjudged))
    return _advice_on_findings(judged, words)


def _advice_on_findings(judged: Judged, words: Words) -> str:
    findings = judged.findings
    beyond = sum(1 for s in findings.shortcomings if not s.material.listed)
    lacking = len(findings.shortcomings) - beyond
    if beyond:
        return words("counter.advice.beyond", total=judged.total, lacking=lacking, count=beyond)
    if lacking:
        return words("counter.advice.lacking", total=judged.total, count=lacking)
    if judged.total == 0:
        return words("counter.advice.no_materials")
    if findings.nothing_applies:
        return words("counter.advice.nothing_applies")
    return words("counter.advice.complete", count=judged.total - len(findings.not_applicable))
