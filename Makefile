.DEFAULT_GOAL := help
# ts-node would keep compiled code in the computer's folder of temporary files, and nobody would remove it.
export V8_COMPILE_CACHE_CACHE_DIR := $(CURDIR)/node_modules/.cache/compiled
.PHONY: help up down preview simulate status events tasks metrics logs ssh kill start reimage restart update-instance delete-instance protect unprotect resume-repairs env check test field valid soak fuzz bench faults image format schema settings fidelity clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { gsub(/[$$][$$]/, "$$", $$2); printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

up: ## Install what is missing, start the local region, deploy the tier to it, print the outputs
	@local/commands/up

preview: ## Show what `make up` would change, and everything that Azure would refuse
	@local/commands/preview

down: ## Destroy the local tier and stop the region
	@local/commands/down

simulate: ## Show how autoscale would follow a load: make simulate LOAD=day COMPARE="scaleOutCpuPercent=60"
	@local/commands/packages
	@node local/simulate/run.mjs --load="$(LOAD)" --stack="$(STACK)" --size="$(SIZE)" --compare="$(COMPARE)" --boot="$(BOOT)" --capacity="$(CAPACITY)" --peak="$(PEAK)" --price="$(PRICE)"

status: ## Show instances, zones, health, the load balancer's view and the last events
	@node local/console/region.mjs status

events: ## Show everything that the region decided, with its reasons
	@node local/console/region.mjs events

tasks: ## Show what the region does in the background: how often, when last, for how long, the last error
	@node local/console/region.mjs tasks

metrics: ## Print the region's metrics as Prometheus reads them
	@node local/console/region.mjs metrics

logs: ## Show an instance's console: make logs INSTANCE=0
	@node local/console/region.mjs logs "$(INSTANCE)"

ssh: ## Log in to an instance: make ssh INSTANCE=0
	@local/commands/ssh "$(INSTANCE)"

kill: ## Switch an instance or a zone off: make kill INSTANCE=0, make kill ZONE=1
	@node local/console/region.mjs kill $(if $(ZONE),zone "$(ZONE)",instance "$(INSTANCE)")

start: ## Switch it on again: make start INSTANCE=0, make start ZONE=1
	@node local/console/region.mjs start $(if $(ZONE),zone "$(ZONE)",instance "$(INSTANCE)")

reimage: ## Give an instance a new disk, on which user data runs (az vmss reimage): make reimage INSTANCE=0
	@node local/console/region.mjs reimage "$(INSTANCE)"

restart: ## Restart an instance (az vmss restart): make restart INSTANCE=0
	@node local/console/region.mjs restart "$(INSTANCE)"

update-instance: ## Bring the latest model to an instance (az vmss update-instances): make update-instance INSTANCE=0
	@node local/console/region.mjs update-instances "$(INSTANCE)"

delete-instance: ## Delete an instance and lower the capacity by one (az vmss delete-instances): make delete-instance INSTANCE=0
	@node local/console/region.mjs delete-instances "$(INSTANCE)"

protect: ## Protect an instance from scale-in, or from every scale set action: make protect INSTANCE=0 FROM=scale-set-actions
	@node local/console/region.mjs protect "$(INSTANCE)" "$(FROM)"

unprotect: ## Take an instance's protection off: make unprotect INSTANCE=0
	@node local/console/region.mjs unprotect "$(INSTANCE)"

resume-repairs: ## Resume automatic repairs that were suspended because they did not help
	@node local/console/region.mjs resume-repairs

env: ## Print the settings of a shell for plain pulumi: eval "$$(make -s env)", then pulumi -C local up
	@local/commands/prepare
	@local/engine/environment private

check: ## Prove in about a minute what needs neither engine nor machines: lint, types, unit tests
	@local/commands/packages
	@node test/run.mjs --check --only="$(ONLY)"

test: ## Prove everything, from lint to real deployments; make test ONLY=repairs for one part or test file
	@local/commands/packages
	@node test/run.mjs --only="$(ONLY)"

field: ## Show what the region does with a hundred programs of strangers beside what Azure does; make field PROGRAMS=FOLDER for others
	@local/commands/packages
	@TS_NODE_PROJECT=local/tsconfig.json node --require ts-node/register/transpile-only local/test/field/table.ts --programs="$(PROGRAMS)"

valid: ## Make valid resources of every type at random, and count those that the region refuses, which is none: make valid RUNS=1000
	@local/commands/packages
	@TS_NODE_PROJECT=local/tsconfig.json node --require ts-node/register/transpile-only local/test/generated/count.ts --runs="$(RUNS)"

soak: ## Live many lives of a simulated region: make soak SEEDS=10000, or one again with all that happened: make soak SEED=7
	@local/commands/packages
	@TS_NODE_PROJECT=local/tsconfig.json node --require ts-node/register/transpile-only local/test/lives/soak.ts --seeds="$(SEEDS)" --seed="$(SEED)"

fuzz: ## Write many hostile texts into everything that the region writes, and send its daemon many broken resources: make fuzz TEXTS=100000 BAGS=10000
	@local/commands/packages
	@SEED="$${SEED:-$$(date +%s)}" TEXTS="$(or $(TEXTS),100000)" npx jest --config=local/test/generated/jest.config.js fields
	@SEED="$${SEED:-$$(date +%s)}" BAGS="$(or $(BAGS),10000)" npx jest --config=local/test/programs.config.js fuzzed-bags

bench: ## Measure previews, machines and edges, and print each figure beside its target
	@local/commands/prepare machines
	@local/bench/prepare
	@environment=$$(local/engine/environment) && eval "$$environment" && node local/bench/run.mjs speed

faults: ## Break a tier of three instances under 200 requests a second, in each way, and count what is lost
	@local/commands/prepare machines
	@image/build
	@environment=$$(local/engine/environment) && eval "$$environment" && node local/bench/run.mjs faults

image: ## Build the machine image, boot it, test it, and only then give it its name
	@image/build

format: ## Format the code
	@npm run --silent format

schema: ## Read the schema of the region's resource types from azure-native and Microsoft's models anew
	@node --require ts-node/register/transpile-only azure/schema/write.ts

settings: ## Write the settings into Pulumi.yaml and the README's table anew
	@node --require ts-node/register/transpile-only src/settings/write.ts
	@node --require ts-node/register/transpile-only image/azure/src/settings/write.ts

fidelity: ## Write docs/fidelity.md anew from the rules
	@node --require ts-node/register/transpile-only local/fidelity/main.ts

clean: ## Remove what the npm packages take up; make down comes first
	@rm -rf node_modules local/node_modules
