package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.domain.port.in.CompareThresholds;
import dev.rampart.domain.port.in.ListFindings;
import dev.rampart.domain.port.in.ManageAllowList;
import dev.rampart.domain.port.in.ManageBlocks;
import dev.rampart.domain.port.in.ReadActor;
import dev.rampart.domain.port.in.ReadFinding;
import dev.rampart.domain.port.in.ReadFirewallCounts;
import dev.rampart.domain.port.in.ReadTraffic;
import dev.rampart.domain.port.in.ResolveFinding;
import dev.rampart.domain.port.in.TraceRequest;

/** What the endpoints ask of the domain. */
public record SecurityUseCases(
    ListFindings list,
    ReadFinding read,
    ResolveFinding resolve,
    ReadActor actor,
    TraceRequest trace,
    ReadTraffic traffic,
    ReadFirewallCounts counts,
    CompareThresholds thresholds,
    ManageBlocks blocks,
    ManageAllowList allowList) {}
