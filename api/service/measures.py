"""Counts and times for /metrics. Labels are routes, statuses and policy ids; nothing of a person."""

from __future__ import annotations

import time

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Measures:
    """The service's own registry, so that two services in one process do not meet."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter("perwal_requests", "Requests answered.", ("route", "status"), registry=self.registry)
        self.seconds = Histogram("perwal_request_seconds", "Time to answer.", ("route",), registry=self.registry)
        self.decisions = Counter("perwal_decisions", "Decisions.", ("policy", "outcome"), registry=self.registry)
        self.withheld = Counter("perwal_withheld", "Decisions withheld.", ("policy",), registry=self.registry)
        self._children: dict[tuple[str, int], tuple[Counter, Histogram]] = {}
        self._outcomes: dict[tuple[str, str], Counter] = {}
        self.policies = Gauge("perwal_policies", "Policies in use.", registry=self.registry)
        self.faults = Gauge("perwal_policy_faults", "Faults in the policies folder.", registry=self.registry)
        self.reloads = Gauge("perwal_policy_reloads", "Times the policies were read anew.", registry=self.registry)

    def answered(self, route: str, status: int, seconds: float) -> None:
        found = self._children.get((route, status))
        if found is None:
            found = self._children[route, status] = (self.requests.labels(route, status), self.seconds.labels(route))
        count, time_taken = found
        count.inc()
        time_taken.observe(seconds)

    def decided(self, policy: str, outcome: str) -> None:
        found = self._outcomes.get((policy, outcome))
        if found is None:
            found = self._outcomes[policy, outcome] = self.decisions.labels(policy, outcome)
        found.inc()

    def text(self) -> bytes:
        return generate_latest(self.registry)


class Measured:
    """Middleware that times each request by its route, never by its path."""

    def __init__(self, app: ASGIApp, measures: Measures) -> None:
        self.app = app
        self.measures = measures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = time.perf_counter()
        status = 500

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, noted)
        finally:
            route = getattr(scope.get("route"), "path", "-")
            self.measures.answered(route, status, time.perf_counter() - began)
