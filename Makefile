.DEFAULT_GOAL := help
.PHONY: help up down preview env test bench format schema fidelity clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

up: ## Install what is missing, start the local region, deploy the tier to it, print the outputs
	@local/commands/up

preview: ## Show what `make up` would change, and everything that Azure would refuse
	@local/commands/preview

down: ## Destroy the local tier and stop the region
	@local/commands/down

env: ## Print the settings of a shell for plain pulumi: eval "$$(make -s env)", then pulumi -C local up
	@local/commands/prepare
	@local/engine/environment

test: ## Prove everything, from lint to real deployments
	@local/commands/prepare
	@environment=$$(local/engine/environment) && eval "$$environment" && node test/run.mjs

bench: ## Measure previews against an empty program, and print the ratios
	@local/commands/prepare
	@environment=$$(local/engine/environment) && eval "$$environment" && node local/bench/run.mjs

format: ## Format the code
	@npm run --silent format

schema: ## Read the schema of the region's resource types from azure-native anew
	@node --require ts-node/register/transpile-only local/region/schema/write.ts

fidelity: ## Write docs/fidelity.md anew from the rules
	@node --require ts-node/register/transpile-only local/fidelity/write.ts

clean: ## Remove what the npm packages take up; make down comes first
	@rm -rf node_modules local/node_modules
