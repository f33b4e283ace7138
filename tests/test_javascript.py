"""The pure parts of the pages, tested where they run: in JavaScript."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.skipif(not shutil.which("node"), reason="Node is not here")
def test_the_pages_own_tests_pass():
    done = subprocess.run(
        ["node", "--test", "tests/js"], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert "# skipped 0" in done.stdout
