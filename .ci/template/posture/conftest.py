"""Both forms of the template, read once."""

import copy
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from stack import Stack  # noqa: E402
from translate import load, translated  # noqa: E402

SOURCE = load()
TRANSLATED = translated(copy.deepcopy(SOURCE))


@pytest.fixture
def source():
    return copy.deepcopy(SOURCE)


@pytest.fixture
def template():
    return copy.deepcopy(TRANSLATED)


@pytest.fixture
def stack(template, source):
    return Stack(template, source)
