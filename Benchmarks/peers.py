"""peers.py: how the other engines are set up and called. Their scripts are the harness's, a folder that is not part of this repository."""
import glob, os, shutil, subprocess

from measure import size_of


class Peer:
    """A peer by its harness's script. `index` and `one` are commands, run in the harness's folder; `probe` tells whether it is installed."""

    def __init__(self, name, probe, index, warm, one=None, stores=("store", "nostore"), size=None):
        self.name, self.probe, self.index, self.warm, self.one, self.stores = name, probe, index, warm, one, stores
        self.size = size or (lambda folder: size_of(folder))


def python_peer(name, python, module, **more):
    script = f"peer_{name}.py"
    return Peer(
        name, [python, "-c", f"import {module}"], lambda size, texts: [python, script, "index", size, texts],
        lambda size: [python, script, "warm", size], lambda size, kind, query: [python, script, "one", size, kind, query], **more)


def lucene(folder):
    jars = glob.glob("/usr/share/java/lucene-*-8*.jar")
    path = ":".join(jars + [os.path.join(folder, "classes")])
    java = ["java", "-Xmx4g", "-cp", path, "Lucene"]
    short = ["java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", path, "Lucene"]
    index = lambda size, texts: java + ["index", f"corpus-{size}.tsv", f"idx/lucene-{size}-{texts}", texts]
    # The second number is of passes before those that count: the compiler must have seen everything.
    warm = lambda size: java + [
        "warm", f"idx/lucene-{size}-store", "queries.tsv", f"results/lucene-{size}-warm.json", "5", "4" if size == "l" else "10"]
    one = lambda size, kind, query: short + ["one", f"idx/lucene-{size}-store", kind, query]
    return Peer("lucene", ["test", "-f", "classes/Lucene.class"], index, warm, one)


def pisa_size(folder):
    """The inverted index without the forward one that the wrapper keeps beside it."""
    names = [name for name in os.listdir(folder) if "block_simdbp" in name or name in ("fwd.termlex", "fwd.doclex", "inv.sizes")]
    return sum(os.path.getsize(os.path.join(folder, name)) for name in names)


def all_peers(folder):
    venv = "./venv/bin/python"
    return [
        python_peer("tantivy", venv, "tantivy"),
        lucene(folder),
        python_peer("pisa", venv, "pyterrier_pisa", stores=("nostore",), size=pisa_size),
        python_peer("fts5", venv, "sqlite3"),
        python_peer("xapian", "/usr/bin/python3", "xapian", stores=("store",)),
    ]


def set_up(harness, work, corpora, queries):
    """The folder to call the peers in, or None. A harness that was set up before is used where it is; another is copied into `work`
    (it writes beside itself) and sets itself up there, which asks for root and the network; what it cannot install is passed over."""
    if not harness or not os.path.isdir(harness):
        return None
    folder = os.path.abspath(harness)
    if not os.path.isdir(os.path.join(folder, "venv")):
        folder = os.path.join(os.path.abspath(work), "peers")
        shutil.copytree(harness, folder, dirs_exist_ok=True)
    for name in ("idx", "results"):
        os.makedirs(os.path.join(folder, name), exist_ok=True)
    shutil.copy(queries, os.path.join(folder, "queries.tsv"))
    links = {size: os.path.join(folder, f"corpus-{size}.jsonl") for size in corpora}
    for size, link in links.items():
        if os.path.lexists(link):
            os.remove(link)
        os.symlink(os.path.abspath(corpora[size]), link)
    tables = [link[:-5] + "tsv" for link in links.values()]
    if not all(os.path.exists(table) and os.path.getmtime(table) >= os.path.getmtime(link) for table, link in zip(tables, links.values())):
        subprocess.run(["python3", "jsonl2tsv.py"], cwd=folder, check=True)
    if not os.path.isdir(os.path.join(folder, "venv")):
        if subprocess.run(["bash", "setup.sh"], cwd=folder, stdout=subprocess.DEVNULL).returncode != 0:
            print("the peers' setup.sh did not end well: what it installed is measured")
    return folder


def installed(peer, folder):
    try:
        return subprocess.run(peer.probe, cwd=folder, capture_output=True).returncode == 0
    except OSError:
        return False
