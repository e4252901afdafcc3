package dev.rampart.function.security;

import dev.rampart.domain.port.out.AllowListStore;
import dev.rampart.domain.port.out.BlockOrderPublisher;
import dev.rampart.domain.port.out.BlockStore;
import dev.rampart.domain.port.out.FindingQueries;
import dev.rampart.domain.port.out.FindingStore;
import dev.rampart.domain.port.out.GateLogs;
import dev.rampart.domain.port.out.OperatorAddresses;
import dev.rampart.domain.port.out.RecordedSignals;
import dev.rampart.domain.port.out.RequestCounter;
import dev.rampart.domain.port.out.SignalPublisher;
import dev.rampart.domain.port.out.ThreatPublisher;

/** What the function is wired to. */
record SecurityPorts(
    FindingQueries queries,
    FindingStore findings,
    ThreatPublisher threats,
    BlockStore blocks,
    AllowListStore allowList,
    OperatorAddresses operators,
    BlockOrderPublisher orders,
    GateLogs logs,
    RecordedSignals recorded,
    RequestCounter counter,
    SignalPublisher signals) {}
