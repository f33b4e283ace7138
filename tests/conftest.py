"""Fixtures: a real server in each mode, workshops on it, and an app without a network."""

import pytest
from hypothesis import HealthCheck, settings
from people import OPEN, Server
from playwright.sync_api import sync_playwright
from windows import CHROMIUM, FLAGS, Room

from workshop import create_app

# How fast an example is says something about the machine, and what else it does just now.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def everybody_leaves():
    """A page that looks for a server that is gone draws lots, and Hypothesis hears of it."""
    yield
    for screen in list(OPEN):
        screen.close()


@pytest.fixture(scope="session")
def servers(tmp_path_factory):
    """One for each mode, by its name; started when somebody asks for it, for all tests."""

    class Servers(dict):
        def __missing__(self, mode):
            self[mode] = Server(tmp_path_factory.mktemp("data"), mode).start()
            return self[mode]

    servers = Servers()
    yield servers
    for server in servers.values():
        server.stop()
    for server in servers.values():
        assert "Traceback" not in server.said()


@pytest.fixture(params=["eventlet", "threading"])
def server(request, servers):
    return servers[request.param]


@pytest.fixture
def workshop(server):
    made = server.workshop()
    yield made
    made.close()


@pytest.fixture
def make(server):
    """Makes workshops of your own choice, and closes their screens at the end."""
    made = []

    def make(**document):
        made.append(server.workshop(**document))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def app(tmp_path):
    app = create_app(DATA=tmp_path / "data", ASYNC_MODE="threading", TESTING=True)
    yield app
    app.extensions["room"].close()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def served(tmp_path):
    server = Server(tmp_path / "data").start()
    yield server
    if server.process.poll() is None:
        server.stop()


@pytest.fixture
def room(chromium, served):
    room = Room(chromium, served)
    yield room
    room.close()
