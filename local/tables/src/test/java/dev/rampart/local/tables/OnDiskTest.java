package dev.rampart.local.tables;

import static dev.rampart.local.tables.Attributes.map;
import static dev.rampart.local.tables.Attributes.n;
import static dev.rampart.local.tables.Attributes.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.Record;

final class OnDiskTest {
  private static final InstantSource CLOCK = InstantSource.system();
  @TempDir private Path directory;

  @Test
  void tables_items_and_streams_are_there_again_after_a_restart() throws IOException {
    try (TablesServer server = TablesServer.start(Tables.onDisk(directory, CLOCK), 0);
        DynamoDbClient db = TablesTestCase.client(server.url())) {
      ThingsTable.create(db);
      db.updateTimeToLive(
          r ->
              r.tableName(ThingsTable.NAME)
                  .timeToLiveSpecification(t -> t.attributeName("expiresAt").enabled(true)));
      db.putItem(
          r ->
              r.tableName(ThingsTable.NAME)
                  .item(map("pk", s("p"), "sk", s("s"), "at", n(-5), "group", s("g"))));
    }
    try (TablesServer server = TablesServer.start(Tables.onDisk(directory, CLOCK), 0);
        DynamoDbClient db = TablesTestCase.client(server.url())) {
      assertThat(db.listTables().tableNames()).containsExactly(ThingsTable.NAME);
      assertThat(
              db.describeTimeToLive(r -> r.tableName(ThingsTable.NAME))
                  .timeToLiveDescription()
                  .attributeName())
          .isEqualTo("expiresAt");
      assertThat(indexed(db)).containsExactly(-5L);
    }
  }

  private static List<Long> indexed(DynamoDbClient db) {
    return db
        .query(
            r ->
                r.tableName(ThingsTable.NAME)
                    .indexName("ByAt")
                    .keyConditionExpression("pk = :p")
                    .expressionAttributeValues(map(":p", s("p"))))
        .items()
        .stream()
        .map(item -> Long.valueOf(Objects.requireNonNull(item.get("at")).n()))
        .toList();
  }

  @Test
  void a_stream_counts_on_after_a_restart_though_all_its_records_were_forgotten()
      throws IOException {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T09:00:00Z"));
    BigInteger before;
    try (TablesServer server = TablesServer.start(Tables.onDisk(directory, now::get), 0);
        DynamoDbClient db = TablesTestCase.client(server.url());
        StreamReader stream = StreamReader.of(server.url())) {
      ThingsTable.create(db);
      put(db, "first");
      put(db, "second");
      before = new BigInteger(stream.records().getLast().dynamodb().sequenceNumber());
      now.set(now.get().plus(Duration.ofHours(25)));
      server.tables().sweep();
    }
    try (TablesServer server = TablesServer.start(Tables.onDisk(directory, now::get), 0);
        DynamoDbClient db = TablesTestCase.client(server.url());
        StreamReader stream = StreamReader.of(server.url())) {
      put(db, "third");

      Record third = stream.records().getLast();
      assertThat(third.dynamodb().keys()).containsEntry("sk", s("third"));
      assertThat(new BigInteger(third.dynamodb().sequenceNumber())).isGreaterThan(before);
    }
  }

  private static void put(DynamoDbClient db, String sort) {
    db.putItem(
        r -> r.tableName(ThingsTable.NAME).item(map("pk", s("p"), "sk", s(sort), "at", n(1))));
  }

  @Test
  void a_directory_in_use_is_refused_in_one_line() throws Exception {
    Process holder = start();
    try {
      assertThat(holder.inputReader().readLine()).startsWith("http://");
      assertThatIllegalStateException()
          .isThrownBy(() -> Tables.onDisk(directory, CLOCK).close())
          .withMessage("The data directory " + directory + " is in use by another process.");
    } finally {
      holder.destroyForcibly().waitFor();
    }
    Tables.onDisk(directory, CLOCK).close();
  }

  @Test
  void a_process_killed_while_it_writes_loses_no_acknowledged_write_and_tears_none()
      throws Exception {
    Process process = start();
    long acknowledged;
    try {
      acknowledged = writeUntilKilled(process);
    } finally {
      process.destroyForcibly().waitFor();
    }
    try (TablesServer server = TablesServer.start(Tables.onDisk(directory, CLOCK), 0);
        DynamoDbClient db = TablesTestCase.client(server.url())) {
      List<Long> entries = indexed(db);
      long items = db.scan(r -> r.tableName(ThingsTable.NAME)).count();

      assertThat(entries).hasSizeGreaterThanOrEqualTo((int) acknowledged).hasSize((int) items);
      assertThat(entries.getFirst()).isZero();
      assertThat(entries.getLast()).isEqualTo(items - 1);
    }
  }

  @Test
  void while_the_file_cannot_be_written_writes_are_refused_and_reads_go_on() throws IOException {
    Path file = directory.resolve("tables.mv");
    Path elsewhere = directory.resolve("elsewhere");
    try (TablesServer server = TablesServer.start(Tables.onDisk(directory, CLOCK), 0);
        DynamoDbClient db = TablesTestCase.client(server.url())) {
      ThingsTable.create(db);
      putAt(db, 1);
      Files.move(file, elsewhere);

      assertThatExceptionOfType(InternalServerErrorException.class)
          .isThrownBy(() -> putAt(db, 2))
          .withMessageContaining("cannot be written: the file is gone");
      assertThat(indexed(db)).containsExactly(1L);

      Files.move(elsewhere, file);
      putAt(db, 3);
      assertThat(indexed(db)).containsExactly(1L, 3L);
    }
  }

  private static void putAt(DynamoDbClient db, long at) {
    db.putItem(
        r ->
            r.tableName(ThingsTable.NAME)
                .item(map("pk", s("p"), "sk", s("s" + at), "at", n(at), "group", s("g"))));
  }

  private static long writeUntilKilled(Process process) throws IOException {
    long acknowledged = 0;
    try (BufferedReader out = process.inputReader();
        DynamoDbClient db = TablesTestCase.client(URI.create(out.readLine()))) {
      ThingsTable.create(db);
      try {
        while (true) {
          putAt(db, acknowledged);
          acknowledged++;
          if (acknowledged == 200) {
            process.toHandle().destroyForcibly();
          }
        }
      } catch (SdkException _) {
        return acknowledged;
      }
    }
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "--port",
            "0",
            "--data",
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
