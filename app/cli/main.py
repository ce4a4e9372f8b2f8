"""Runs a command line: what fails is told in words or as JSON, with its exit status."""

import logging
import sys
from collections.abc import Sequence
from contextlib import suppress

import typer
import typer.main
from uuid_utils.compat import uuid7

from app.cli.failures import Failure, as_document, as_words, unexpected, usage_failure
from app.cli.invocation import Invocation, language_of, wants_json
from app.cli.output import emit_json
from app.cli.root import make_app
from app.domain.errors import YiciError
from app.ports.errors import DeviceFailed
from app.ports.trace import trace_of
from app.settings import PROGRAM
from app.texts import Texts

INTERRUPTED = 130
PIPE_CLOSED = 141

_log = logging.getLogger(__name__)


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line and return its exit status.

    0 done; 2 wrong usage; 3 a rule of the hall forbids it; 4 the database is out of reach or not fit; 5 the file
    given is not usable (also: paper that cannot be written, the key file); 6 not signed in or not permitted;
    130 interrupted; 141 nobody reads what is printed any more; 1 a bug, which is in the log under the id that is told.
    """
    as_json, rest = wants_json(arguments)
    asked = Invocation(Texts(language_of(rest)), as_json)
    try:
        return _carry_out(rest, asked)
    except Failure as failure:
        return _tell(failure, asked)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED


def _carry_out(arguments: Sequence[str], asked: Invocation) -> int:
    command = typer.main.get_command(make_app())
    try:
        status = command.main(list(arguments), prog_name=PROGRAM, standalone_mode=False, obj=asked)
    except YiciError as error:
        raise Failure(error) from error
    except typer.TyperException as error:
        raise usage_failure(error) from error
    except (Failure, typer.Abort):
        raise
    except (
        SystemExit
    ):  # how typer itself answers a closed pipe, and nothing else where it is not to end the program
        return PIPE_CLOSED
    except Exception as error:
        report = str(uuid7())
        _log.error("unexpected failure, report %s\n%s", report, "\n".join(trace_of(error)))
        raise unexpected(report) from error
    return int(status or 0)


def _tell(failure: Failure, asked: Invocation) -> int:
    words = as_words(failure, asked.texts)
    with suppress(BrokenPipeError):  # nobody reads it: the status tells all the same
        try:
            if asked.json:
                emit_json(as_document(failure, asked.texts))
            else:
                typer.echo(words, file=sys.stderr)
        except DeviceFailed:  # stdout has no room even for this
            typer.echo(words, file=sys.stderr)
    return failure.status
