package dev.rampart.function.blocklist;

import dev.rampart.adapter.in.queue.BlocklistConsumer;
import dev.rampart.adapter.lambda.AwsClients;
import dev.rampart.adapter.out.dns.ResolverHostNames;
import dev.rampart.adapter.out.dynamodb.DynamoDbAllowListStore;
import dev.rampart.adapter.out.dynamodb.DynamoDbBlockStore;
import dev.rampart.adapter.out.dynamodb.DynamoDbOperatorAddresses;
import dev.rampart.adapter.out.dynamodb.DynamoDbSourceUsage;
import dev.rampart.adapter.out.dynamodb.DynamoDbUpdateGate;
import dev.rampart.adapter.out.eventbridge.EventBridgeBlockPublisher;
import dev.rampart.adapter.out.metrics.EmfBlockMetrics;
import dev.rampart.adapter.out.waf.WafAddressSets;
import dev.rampart.domain.detection.block.BlockLadder;
import dev.rampart.domain.detection.response.ResponsePolicy;
import dev.rampart.domain.port.out.BlockMetrics;
import dev.rampart.domain.port.out.BlockStore;
import dev.rampart.domain.usecase.NeverBlocked;
import dev.rampart.domain.usecase.ReconcileBlocksUseCase;
import dev.rampart.domain.usecase.RespondToThreatsUseCase;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.wafv2.Wafv2Client;

/** The composition root: what is made of what. */
final class BlocklistWiring {
  /** Names are asked for just before a block; a crawler's answers come at once. */
  private static final Duration NAME_TIMEOUT = Duration.ofSeconds(1);

  private BlocklistWiring() {}

  /** Wires the function to AWS. */
  static BlocklistConsumer wire(BlocklistSettings settings) {
    AwsClients clients = AwsClients.withSocketTimeouts();
    DynamoDbClient tables = clients.build(DynamoDbClient.builder());
    EventBridgeClient bus = clients.build(EventBridgeClient.builder());
    Wafv2Client firewall = clients.buildWithoutRetries(Wafv2Client.builder());
    InstantSource clock = InstantSource.system();
    BlockStore blocks = new DynamoDbBlockStore(tables, settings.table());
    BlockMetrics metrics = new EmfBlockMetrics(settings.namespace(), settings.service());
    NeverBlocked neverBlocked =
        new NeverBlocked(
            settings.neverBlock(),
            new DynamoDbAllowListStore(tables, settings.table()),
            new DynamoDbOperatorAddresses(tables, settings.table()));
    return new BlocklistConsumer(
        new RespondToThreatsUseCase(
            blocks,
            neverBlocked,
            new DynamoDbSourceUsage(tables, settings.table()),
            new ResolverHostNames(NAME_TIMEOUT),
            metrics,
            ResponsePolicy.STANDARD,
            BlockLadder.STANDARD,
            settings.mode(),
            clock),
        new ReconcileBlocksUseCase(
            blocks,
            neverBlocked,
            new WafAddressSets(firewall, settings.blockedIpv4(), settings.blockedIpv6()),
            new DynamoDbUpdateGate(tables, settings.table()),
            new EventBridgeBlockPublisher(bus, settings.bus()),
            metrics,
            settings.mode(),
            clock));
  }
}
