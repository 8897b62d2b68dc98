"""What is shipped, built once for all tests of this folder."""

from pathlib import Path

import pytest

from tests.packaging.build import ROOT, build, install


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution."""
    return build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="session")
def commands(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with `tutor` and `python` of an environment that has the wheel and no checkout."""
    return install(wheel, tmp_path_factory.mktemp("installed") / "venv")
