package dev.rampart.local.tables;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsCall;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.JsonService;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.supervision.Fault;
import dev.rampart.local.tables.constraint.RequestConstraints;
import dev.rampart.local.tables.operation.BatchGetOperation;
import dev.rampart.local.tables.operation.BatchWriteOperation;
import dev.rampart.local.tables.operation.ClientTokens;
import dev.rampart.local.tables.operation.ConditionKeys;
import dev.rampart.local.tables.operation.ItemOperations;
import dev.rampart.local.tables.operation.QueryOperation;
import dev.rampart.local.tables.operation.RequiredActions;
import dev.rampart.local.tables.operation.ScanOperation;
import dev.rampart.local.tables.operation.StreamOperations;
import dev.rampart.local.tables.operation.TableOperations;
import dev.rampart.local.tables.operation.TransactionOperations;
import dev.rampart.local.tables.request.Request;
import dev.rampart.local.tables.storage.StorageException;
import dev.rampart.local.tables.storage.Store;
import dev.rampart.local.tables.table.Catalog;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * DynamoDB's tables and streams as one service, for many threads at once. The clock decides when
 * items expire and dates everything that is dated.
 */
public final class Tables extends JsonService implements AutoCloseable {
  private static final String NAMESPACE = "com.amazonaws.dynamodb.v20120810";
  private static final String TARGET = "DynamoDB_20120810";
  private static final String STREAMS_TARGET = "DynamoDBStreams_20120810";

  private final Store store;
  private final Catalog catalog;
  private final Sweeper sweeper;
  private final SweepTask sweeping;
  private final ScheduledExecutorService schedule;
  private final TableOperations tables;
  private final ItemOperations items;
  private final QueryOperation query;
  private final ScanOperation scan;
  private final BatchGetOperation batchGet;
  private final BatchWriteOperation batchWrite;
  private final TransactionOperations transactions;
  private final StreamOperations streams;

  private Tables(Store store, InstantSource clock) {
    super("1.0", NAMESPACE, List.of(TARGET, STREAMS_TARGET));
    this.catalog = new Catalog(store, clock);
    this.store = store;
    ClientTokens tokens = new ClientTokens(store, clock);
    this.sweeper = new Sweeper(catalog, store, clock, tokens);
    this.tables = new TableOperations(catalog);
    this.items = new ItemOperations(catalog, store, clock);
    this.query = new QueryOperation(catalog);
    this.scan = new ScanOperation(catalog);
    this.batchGet = new BatchGetOperation(catalog);
    this.batchWrite = new BatchWriteOperation(catalog, store, clock);
    this.transactions = new TransactionOperations(catalog, store, clock, tokens);
    this.streams = new StreamOperations(catalog, clock);
    this.schedule =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("tables-expiry").factory());
    // The faults have the clock of the machine: the other one may be what fails.
    this.sweeping = new SweepTask(sweeper, InstantSource.system());
    var _ = schedule.scheduleWithFixedDelay(sweeping::run, 1, 1, TimeUnit.SECONDS);
  }

  /** Starts empty tables that live as long as this object. */
  public static Tables inMemory(InstantSource clock) {
    return new Tables(Store.inMemory(), clock);
  }

  /**
   * Opens the tables kept in a directory, which is made if it does not exist.
   *
   * @throws IllegalStateException with one clear line if another process holds the directory
   */
  public static Tables onDisk(Path directory, InstantSource clock) {
    return new Tables(Store.onDisk(directory), clock);
  }

  /**
   * Removes at once what has expired by the clock, which otherwise happens every second.
   *
   * @return the number of items removed
   */
  public int sweep() {
    return sweeper.sweep();
  }

  /** Returns why writes are refused at present, in a sentence or two; empty if they are not. */
  public Optional<String> writeRefusal() {
    return store.writeRefusal();
  }

  /** Returns why expired items are not removed at present; empty if they are. */
  public Optional<Fault> sweepFault() {
    return sweeping.fault();
  }

  @Override
  public int answerBytesMax(HttpRequest request) {
    String target = request.header("X-Amz-Target").orElse("");
    return target.endsWith(".BatchGetItem") || target.endsWith(".TransactGetItems")
        ? BatchGetOperation.BYTES_MAX
        : ANSWER_BYTES_MAX;
  }

  @Override
  protected JsonNode call(AwsCall call) {
    RequestConstraints.require(call.operation(), call.input());
    Request request = new Request(call.input());
    try {
      return call.service().equals(TARGET)
          ? tableCall(call.operation(), request)
          : streamCall(call.operation(), request);
    } catch (StorageException e) {
      throw new AwsError(500, "InternalServerError", String.valueOf(e.getMessage()));
    }
  }

  @Override
  protected List<AwsAction> actions(AwsCall call) {
    Request request = new Request(call.input());
    return new ConditionKeys(catalog)
        .in(call.operation(), request, RequiredActions.of(call.operation(), request));
  }

  private JsonNode tableCall(String operation, Request request) {
    return switch (operation) {
      case "CreateTable" -> tables.create(request);
      case "DescribeTable" -> tables.describe(request);
      case "UpdateTable" -> tables.update(request);
      case "ListTables" -> tables.list(request);
      case "DeleteTable" -> tables.delete(request);
      case "UpdateTimeToLive" -> tables.updateTimeToLive(request);
      case "DescribeTimeToLive" -> tables.describeTimeToLive(request);
      case "GetItem" -> items.get(request);
      case "PutItem" -> items.put(request);
      case "UpdateItem" -> items.update(request);
      case "DeleteItem" -> items.delete(request);
      case "Query" -> query.query(request);
      case "Scan" -> scan.scan(request);
      case "BatchGetItem" -> batchGet.get(request);
      case "BatchWriteItem" -> batchWrite.write(request);
      case "TransactGetItems" -> transactions.get(request);
      case "TransactWriteItems" -> transactions.write(request);
      default -> throw unknown(operation);
    };
  }

  private JsonNode streamCall(String operation, Request request) {
    return switch (operation) {
      case "ListStreams" -> streams.list(request);
      case "DescribeStream" -> streams.describe(request);
      case "GetShardIterator" -> streams.iterator(request);
      case "GetRecords" -> streams.records(request);
      default -> throw unknown(operation);
    };
  }

  private static AwsError unknown(String operation) {
    return new AwsError(
        "UnknownOperationException", "The local tables have no operation " + operation + ".");
  }

  @Override
  public void close() {
    schedule.close();
    store.close();
  }
}
