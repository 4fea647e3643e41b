# Two commands: `make run` does the main job on corpus/, `make test` passes the tests. Both install what is missing first.
.PHONY: run test setup format lint walls wasm check bench train clean

CONCORDAT = .build/release/concordat
SWIFT_BUILD = swift build
RELEASE = $(SWIFT_BUILD) -c release --static-swift-stdlib

run: setup
	@echo "==> building the release binary"
	$(RELEASE) --product concordat
	@echo "==> reading corpus/, writing the index and site/"
	$(CONCORDAT) build
	@echo "==> a first query: who may not be given access"
	$(CONCORDAT) search "access not a member" --limit 3
	@echo "==> the site: file://$(CURDIR)/site/index.html"

test: setup
	@echo "==> building and running the tests"
	$(SWIFT_BUILD) --build-tests
	$(RELEASE) --product concordat
	Tests/run

setup:
	@Scripts/setup

format:
	swift format format --in-place --recursive --parallel --configuration .swift-format Package.swift Sources Tests Benchmarks

lint:
	swift format lint --strict --recursive --parallel --configuration .swift-format Package.swift Sources Tests Benchmarks

# Fails where a file imports a module that its target does not declare.
walls:
	$(SWIFT_BUILD) --explicit-target-dependency-import-check error

# templates/assets/search.wasm.packed from SearchCore; built at a fixed path, because the compiler leaves the path in the last bytes. Installs binaryen.
wasm:
	Scripts/build-wasm templates/assets/search.wasm.packed

# site/ is exactly what corpus/ renders to, and search.wasm what the sources build to.
check:
	$(CONCORDAT) build --check
	Scripts/build-wasm --check

clean:
	rm -rf .build .concordat

# The search engine beside its peers: make bench CORPUS=clauses.jsonl QUERIES=queries.tsv [PEERS=folder] (Benchmarks/README.md).
bench:
	Benchmarks/run $(CORPUS) $(QUERIES) $(PEERS)

# The two models, learnt again from the labels where they lie beside the repository; cross-validated figures are printed.
# The build does not need the labels: the weights are Swift sources (Sources/ModelTraining/README.md).
GOLD = ../shared/gold
train:
	$(RELEASE) --product ModelTraining
	.build/release/ModelTraining $(GOLD)/cuad Sources/Agreements/Clauses/ClauseModelData.swift
	$(RELEASE) --product NormTraining
	.build/release/NormTraining $(GOLD)/eu_regulatory/dev.jsonl Sources/Norms/Regulative/RegulativeWeights.swift
