"""Every setting an operator may give, read once from the environment; a wrong value ends the start with a sentence."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from environs import Env

env = Env()


@dataclass(frozen=True)
class Variable:
    """One environment variable: its name, how its text is read, the default, and what it means to an operator."""

    name: str
    reads: str
    default: str
    meaning: str


VARIABLES = (
    Variable(
        "VIDAN_VAR",
        "path",
        "var",
        "Folder of everything the installation keeps: database, files, keys, fonts.",
    ),
    Variable(
        "VIDAN_DATABASE_URL",
        "str",
        "",
        "Address of the database; empty means SQLite inside VIDAN_VAR. PostgreSQL: postgres://user@host/name.",
    ),
    Variable(
        "VIDAN_KEYS",
        "path",
        "",
        "Key file, kept outside the database; in backups only under the recovery key; empty means keys.json inside VIDAN_VAR.",
    ),
    Variable("VIDAN_FRONT", "str", "mttq-a-quan-2", "Slug of the Front whose site this is (data/units/units.csv)."),
    Variable(
        "VIDAN_HOSTS",
        "list",
        "localhost,127.0.0.1,[::1]",
        "Host names the site answers to, separated by commas.",
    ),
    Variable(
        "VIDAN_ORIGIN",
        "str",
        "http://localhost:8000",
        "Public address of the site, as printed in QR codes and letters.",
    ),
    Variable(
        "VIDAN_SECURE",
        "bool",
        "false",
        "Whether people reach the site by https; turns on secure cookies and HSTS.",
    ),
    Variable(
        "VIDAN_PROXIES",
        "int",
        "0",
        "How many proxies of yours stand before the site; the address of a visitor is then read from X-Forwarded-For.",
    ),
    Variable(
        "VIDAN_RATE_SCALE", "int", "1", "Multiplies all rate budgets, for places where many people share one address."
    ),
    Variable(
        "VIDAN_SITTING_MINUTES",
        "int",
        "15",
        "How long a custodian's sitting stays open before the names given in confidence close by themselves.",
    ),
    Variable("VIDAN_WORKERS", "int", "2", "Web processes; the rate budgets are divided by it."),
    Variable(
        "VIDAN_MAIL_URL",
        "str",
        "",
        "Mail server as smtp://user:password@host:port; empty keeps mail in VIDAN_VAR/mail.",
    ),
    Variable("VIDAN_MAIL_FROM", "str", "vidan@localhost", "Sender of notices."),
    Variable("VIDAN_DEMO", "bool", "false", "Runs the sample installation: its banner, its clock; loopback only."),
    Variable("VIDAN_DEMO_TODAY", "date", "2020-11-16", "The day the sample installation believes it is."),
    Variable("VIDAN_DEBUG", "bool", "false", "Shows error pages with code; for development only."),
    Variable(
        "VIDAN_SMALL_NUMBER",
        "int",
        "3",
        "The smallest number of people's words that a published table shows; smaller ones are hidden or gathered.",
    ),
    Variable("VIDAN_CULTURE_DAY", "bool", "false", "Counts 24 November as a public holiday (see docs/rules)."),
)


def read(name: str) -> Any:
    """Return the value of a listed variable in its own type; an unlisted name is a mistake of ours (KeyError)."""
    variable = {v.name: v for v in VARIABLES}[name]
    return getattr(env, variable.reads)(name, env_default(variable))


def env_default(variable: Variable) -> Any:
    """The default in the type the reader would give it."""
    match variable.reads:
        case "path":
            return Path(variable.default) if variable.default else None
        case "bool":
            return variable.default == "true"
        case "int":
            return int(variable.default)
        case "date":
            return date.fromisoformat(variable.default)
        case "list":
            return variable.default.split(",")
        case _:
            return variable.default


VAR: Path = Path(read("VIDAN_VAR")).resolve()
DATA: Path = Path(__file__).resolve().parents[4] / "data"
