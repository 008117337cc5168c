# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the driver share: a folder of programs, a monitor folder, and a way to
look at a whole tree."""
import hashlib
import os
import pathlib
import shutil
import stat
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["SOURCE"])
BIN = pathlib.Path(os.environ["BIN"])
HERE = pathlib.Path(__file__).parent
STAGES = ("ingest", "indicators", "charts", "reports")


def programs(folder, real=False):
    """The driver with stub stages beside it, or with the real ones."""
    folder.mkdir(parents=True)
    shutil.copy2(BIN / "alliantiemonitor", folder)
    for stage in STAGES:
        name = f"alliantiemonitor-{stage}"
        shutil.copy2(BIN / name if real else HERE / "stub_stage", folder / name)
    return folder / "alliantiemonitor"


def example_folder(folder):
    """A copy of the example alliance."""
    return shutil.copytree(SOURCE / "fixtures/example", folder,
                           ignore=shutil.ignore_patterns("output", ".allia*"))


def monitor_folder(folder, years=(2021, 2022, 2023)):
    folder.mkdir(parents=True)
    (folder / "partners.csv").write_text("partner_id,name\np1,Een\np2,Twee\n")
    for year in years:
        (folder / str(year)).mkdir()
        (folder / str(year) / "survey.csv").write_text(
            f"partner_id,statement_03\np1,{year % 5}\np2,6\n")
    return folder


def tree(folder):
    """Relative path -> (kind and permissions, SHA-256 of a file)."""
    found = {}
    for path in sorted(folder.rglob("*")):
        mode = path.lstat().st_mode
        data = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        found[path.relative_to(folder).as_posix()] = (stat.filemode(mode), data)
    return found


class DriverTest(unittest.TestCase):
    """Each test has a folder of its own, with programs in it."""
    real = False

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        self.driver = programs(self.folder / "bin", self.real)
        make = example_folder if self.real else monitor_folder
        self.monitor = make(self.folder / "monitor")
        self.out = self.monitor / "output"

    def environment(self, **changes):
        base = {k: v for k, v in os.environ.items()
                if not k.startswith("LC_") and k not in ("LANG", "LANGUAGE", "STUB")}
        return base | {"LC_ALL": "nl_NL.UTF-8", "TMPDIR": str(self.folder)} | changes

    def start(self, *words, env=None, **options):
        return subprocess.Popen([self.driver, *map(str, words)],
                                env=self.environment(**(env or {})),
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                text=True, **options)

    def run_driver(self, *words, env=None, **options):
        return subprocess.run([self.driver, *map(str, words)],
                              env=self.environment(**(env or {})), capture_output=True,
                              text=True, timeout=300, **options)

    def expect(self, code, *words, env=None, says="", **options):
        """Runs it and checks its exit code and what it says on either stream."""
        done = self.run_driver(*words, env=env, **options)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        self.assertIn(says, done.stdout + done.stderr)
        return done

    def assert_clean(self, *folders):
        """No staging folder is left."""
        for folder in folders or (self.monitor,):
            left = [p.name for p in folder.iterdir() if p.name.startswith(".allia")]
            self.assertEqual(left, [])


class MonitorTest(DriverTest):
    """The same over the example alliance, with the real stages."""
    real = True
