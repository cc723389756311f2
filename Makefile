.PHONY: demo test shots bench bench-gigabyte score cluster

# Builds in release and serves the static demo on loopback, with the production headers.
demo:
	scripts/setup.sh build && scripts/build.sh && node scripts/serve.mjs $(PORT)

# Everything that must hold, fastest first.
test:
	scripts/setup.sh test && scripts/test.sh

# Screenshots of the built pages, into target/shots.
shots:
	scripts/shots.sh

# Times of the built pages in Chromium.
bench:
	scripts/setup.sh test && scripts/build.sh && scripts/bench.sh

# A gigabyte of records natively and in the built page: rate, memory, inputs, giving up. Takes minutes.
bench-gigabyte:
	scripts/setup.sh test && scripts/build.sh && scripts/many.sh 1000

# How much the detector finds on the labelled texts, beside peers. `make score SETS="jira_gold btc"` takes some of them.
score:
	scripts/setup.sh build && scripts/score.sh $(SETS)

# Many machines: records split over Apache Spark, in local mode, against one run. Needs Java 17.
cluster:
	scripts/cluster.sh
