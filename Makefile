# The two commands: make run, make test. They need Go 1.26, Node 20.19, git and make; the rest they see to themselves.
.DEFAULT_GOAL := help
.PHONY: help run dev test check lint lint-contract fmt gen golden fuzz migrate build postgres bench
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1
export REDOCLY_TELEMETRY := off
export REDOCLY_SUPPRESS_UPDATE_NOTICE := true

NPM_CI  := npm ci --ignore-scripts --no-audit --no-fund
WEB     := $(shell find frontend/src frontend/public frontend/index.html frontend/docs.html frontend/vite.config.ts frontend/tsconfig.json frontend/served -type f 2>/dev/null)
GOLDENS := $(shell grep -rl --include='*_test.go' 'flag.Bool."update"' api internal | xargs -rn1 dirname | sort -u | sed 's|^|./|')
WRITTEN := openapi.yaml api/rest/openapi.json frontend/src/shared/api/schema.gen.ts

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

run: build ## the whole system with the Đức Phổ 2024 demonstration, at http://localhost:8080
	@MODE=$${MODE:-demonstration} exec data/bin/lantoa serve

dev: build ## the same, rebuilt at every change; the web app with hot reload at http://localhost:5173
	@deploy/dev

test: ## every test: Go with races watched, contract, access, web units, browser journeys
	@MAKE="$(MAKE)" .ci/test

check: ## what was generated is fresh, format and lint are right, every test passes
	@rm -rf data/fresh && mkdir -p data/fresh && cp $(WRITTEN) data/fresh
	@$(MAKE) --no-print-directory gen
	@for f in $(WRITTEN); do cmp $$f data/fresh/$${f##*/} || { echo "$$f was not fresh; now it is"; exit 1; }; done
	$(MAKE) --no-print-directory lint test

lint: lint-contract frontend/node_modules/.locked ## formatters and linters, nothing changed
	test -z "$$(gofmt -l api internal frontend/embed.go | tee /dev/stderr)"
	tool=$$(.ci/tool golangci-lint github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0) && $$tool run
	cd frontend && npm run format:check && npm run lint && npm run typecheck

lint-contract: .ci/node_modules/.locked
	cd .ci && node_modules/.bin/redocly lint --config redocly.yaml ../openapi.yaml

fmt: frontend/node_modules/.locked ## put Go and the web app into their form
	gofmt -w api internal frontend/embed.go
	cd frontend && npm run format

gen: frontend/node_modules/.locked ## write openapi.yaml from the code, and the web app's types from it
	go run ./api/openapi
	cd frontend && npm run gen

golden: postgres ## write the files that tests compare with: docs/access.md, docs/settings.md, …
	go test $(GOLDENS) -update

fuzz: postgres ## 100,000 inputs to all endpoints: none may make the server fail
	FUZZ_INPUTS=100000 go test -count=1 -timeout 20m -run '^TestNoInputMakesAnEndpointFail$$' ./api/rest

bench: build deploy/bench/web/node_modules/.locked ## every figure of docs/performance.md anew; make bench SIZE=town is the short run
	cd deploy/bench && go build -o ../../data/bin/bench . && ../../data/bin/bench $(if $(SIZE),-size $(SIZE))

migrate: ## a new step of the schema: make migrate name=add_budget
	@test -n "$(name)" || { echo "say its name: make migrate name=add_budget"; exit 1; }
	@printf -- '-- +goose Up\n\n' > internal/db/migrations/$$(date +%Y%m%d%H%M%S)_$(name).sql && ls internal/db/migrations/*_$(name).sql

build: postgres frontend/dist/index.html
	CGO_ENABLED=0 go build -o data/bin/lantoa ./api

postgres:
	@deploy/postgres/ensure

frontend/dist/index.html: frontend/node_modules/.locked $(WEB)
	cd frontend && npm run build

# The times of files tell nothing in a fresh clone: what was installed is known by the hash of its lock.
%/node_modules/.locked: FORCE
	@cd $* && sum=$$(sha256sum <package-lock.json) && { [ "$$(cat node_modules/.locked 2>/dev/null)" = "$$sum" ] || \
		{ $(NPM_CI) && echo "$$sum" >node_modules/.locked; }; }

FORCE:
