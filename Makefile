# The project's two commands are `make uji-beban` and `make test`; the rest are their parts.
REGION ?= palembang
SEED ?= 20241012
SPEED ?= 400

NODE := node_modules/.bin/node
UJI_BEBAN := $(NODE) cli/main.ts

.PHONY: uji-beban test check bench k6 toxiproxy install test-packages clean help

uji-beban: install ## Both rounds of REGION against the mock, from install to report
	@exec $(UJI_BEBAN) rehearse --region $(REGION) --seed $(SEED) --speed $(SPEED)

test: install k6 toxiproxy test-packages ## Lint, types, dependency rules, and all tests
	npm test

check: install ## Lint, types and dependency rules only
	npm run check

bench: install k6 ## The figures of docs/benchmarks.md
	npm run bench

k6: install ## Find a k6 or build the pinned one
	@$(UJI_BEBAN) doctor --build-k6

toxiproxy: install ## Build the pinned toxiproxy, over which bad links are played
	@$(UJI_BEBAN) doctor --build-toxiproxy

install: node_modules/.package-lock.json ## The npm packages, Node 24 among them

node_modules/.package-lock.json: package.json package-lock.json
	npm ci --no-audit --no-fund
	@touch $@

test-packages: ## Debian's Prometheus, Chromium and Poppler, which some tests drive
	@.ci/test-packages

clean: ## Remove what can be made again: plans, k6, node_modules; runs stay, they are evidence
	rm -rf plans .bin .cache dist coverage node_modules

help: ## This list
	@grep -E '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16
