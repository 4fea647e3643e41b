"""measure.py: what a process costs. CPU is user + system time as the kernel counts it (microseconds), the median where there are several
runs. The peak is told by GNU time: a process of our own would count our memory, from which it was forked, as its peak. The load is the
machine's when the first run began."""
import os, statistics, subprocess, tempfile


class Failed(Exception):
    """The command ended with something else than 0 (1 too is well: nothing found)."""


def size_of(path):
    """Bytes of a file, or of all files in a folder; 0 where there is none."""
    if os.path.isdir(path):
        return sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names)
    return os.path.getsize(path) if os.path.exists(path) else 0


def measure(command, runs=1, folder=None):
    """{"cpu_s", "peak_mb", "load", "runs"}; the command's own words are thrown away unless it fails."""
    load, cpu = os.getloadavg()[0], []
    with tempfile.NamedTemporaryFile("r") as told:
        timed = ["time", "-o", told.name, "-f", "%M", *command]
        # GNU time costs a millisecond itself: where that counts it gets a run of its own.
        for run in [timed] if runs == 1 else [timed] + [command] * runs:
            process = subprocess.Popen(run, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=folder)
            words = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode not in (0, 1):
                raise Failed(words.decode(errors="replace")[-400:])
            cpu.append(usage.ru_utime + usage.ru_stime)
        peak = int(told.read().split()[-1]) / 1024
    return {"cpu_s": statistics.median(cpu[-runs:]), "peak_mb": peak, "load": load, "runs": runs}
