package dev.rampart.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.events.archive.ArchiveSettings;
import dev.rampart.local.events.bus.BusSettings;
import dev.rampart.local.protocol.AwsServer;
import dev.rampart.local.protocol.lambda.AsyncInvocation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Archive;
import software.amazon.awssdk.services.eventbridge.model.ArchiveState;
import software.amazon.awssdk.services.eventbridge.model.DescribeReplayResponse;
import software.amazon.awssdk.services.eventbridge.model.IllegalStatusException;
import software.amazon.awssdk.services.eventbridge.model.ManagedRuleException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.Replay;
import software.amazon.awssdk.services.eventbridge.model.ReplayState;
import software.amazon.awssdk.services.eventbridge.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.StartReplayResponse;

/** Archives and replays as AWS's own client reads them. */
final class EventBridgeClientTest {
  private static final String BUS = "arn:aws:events:eu-west-1:000000000000:event-bus/orders";
  private static final String ARCHIVE = "arn:aws:events:eu-west-1:000000000000:archive/kept";
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  @TempDir private Path directory;
  private LocalEvents events;
  private AwsServer server;
  private EventBridgeClient client;

  @BeforeEach
  void open() throws IOException {
    events =
        LocalEvents.open(
            Desk.STACK,
            InstantSource.fixed(NOW),
            directory.resolve("bus.jsonl"),
            (_, _, _) -> new AsyncInvocation.NotFound());
    events.addBus(new BusSettings("orders", Optional.empty()));
    events.add(
        new ArchiveSettings(
            "kept", ARCHIVE, BUS, "", Optional.empty(), 7, Optional.of("alias/key")));
    server = AwsServer.start(0, events.services());
    client =
        EventBridgeClient.builder()
            .endpointOverride(URI.create(server.url().toString()))
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
    events.close();
  }

  private StartReplayResponse start(String name) {
    return client.startReplay(
        request ->
            request
                .replayName(name)
                .description("once more")
                .eventSourceArn(ARCHIVE)
                .eventStartTime(NOW.minusSeconds(60))
                .eventEndTime(NOW.plusMillis(1500))
                .destination(destination -> destination.arn(BUS)));
  }

  @Test
  void an_archive_is_described_and_listed() {
    PutEventsRequestEntry made =
        PutEventsRequestEntry.builder()
            .eventBusName("orders")
            .source("shop")
            .detailType("Made")
            .detail("{}")
            .build();
    assertThat(client.putEvents(request -> request.entries(made)).failedEntryCount()).isZero();

    assertThat(client.describeArchive(request -> request.archiveName("kept")))
        .satisfies(
            archive -> {
              assertThat(archive.archiveArn()).isEqualTo(ARCHIVE);
              assertThat(archive.eventSourceArn()).isEqualTo(BUS);
              assertThat(archive.state()).isEqualTo(ArchiveState.ENABLED);
              assertThat(archive.retentionDays()).isEqualTo(7);
              assertThat(archive.eventCount()).isEqualTo(1);
              assertThat(archive.sizeBytes()).isPositive();
              assertThat(archive.creationTime()).isEqualTo(NOW);
              assertThat(archive.kmsKeyIdentifier()).isEqualTo("alias/key");
            });
    assertThat(client.listArchives(_ -> {}).archives())
        .extracting(Archive::archiveName)
        .containsExactly("kept");
    assertThatThrownBy(() -> client.describeArchive(request -> request.archiveName("none")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void a_replay_is_started_described_listed_and_not_cancelled_when_it_is_over() {
    StartReplayResponse started = start("again");
    assertThat(started.replayArn()).endsWith(":replay/again");
    assertThat(started.replayStartTime()).isEqualTo(NOW);

    DescribeReplayResponse replay = client.describeReplay(request -> request.replayName("again"));
    assertThat(replay.description()).isEqualTo("once more");
    assertThat(replay.destination().arn()).isEqualTo(BUS);
    assertThat(replay.eventStartTime()).isEqualTo(NOW.minusSeconds(60));
    assertThat(replay.eventEndTime()).isEqualTo(NOW.plusMillis(1500));
    // The clock stands still, and so does the replay.
    assertThat(replay.state()).isEqualTo(ReplayState.STARTING);
    assertThat(client.listReplays(request -> request.eventSourceArn(ARCHIVE)).replays())
        .extracting(Replay::replayName)
        .isEqualTo(List.of("again"));

    assertThatThrownBy(() -> start("again")).isInstanceOf(ResourceAlreadyExistsException.class);
    assertThat(client.cancelReplay(request -> request.replayName("again")).state())
        .isEqualTo(ReplayState.CANCELLING);
    assertThatThrownBy(() -> client.cancelReplay(request -> request.replayName("again")))
        .isInstanceOf(IllegalStatusException.class);
  }

  @Test
  void the_rule_of_an_archive_is_managed() {
    assertThat(
            client
                .describeRule(request -> request.name("Events-Archive-kept").eventBusName("orders"))
                .managedBy())
        .isNotEmpty();
    assertThatThrownBy(
            () ->
                client.deleteRule(
                    request -> request.name("Events-Archive-kept").eventBusName("orders")))
        .isInstanceOf(ManagedRuleException.class);
  }
}
