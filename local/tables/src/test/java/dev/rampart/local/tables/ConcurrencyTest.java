package dev.rampart.local.tables;

import static dev.rampart.local.tables.Attributes.map;
import static dev.rampart.local.tables.Attributes.n;
import static dev.rampart.local.tables.Attributes.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

final class ConcurrencyTest extends TablesTestCase {

  @BeforeEach
  void table() {
    createTable();
  }

  /** Runs the same thing in many threads that begin together. */
  private static <T> List<T> together(int threads, Callable<T> task) throws Exception {
    CountDownLatch begin = new CountDownLatch(threads);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(
            pool.submit(
                () -> {
                  begin.countDown();
                  begin.await();
                  return task.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }

  @Test
  void of_fifty_conditional_writers_exactly_one_wins() throws Exception {
    List<Boolean> won = together(50, this::claim);

    assertThat(won).filteredOn(Boolean::booleanValue).hasSize(1);
  }

  private boolean claim() {
    try {
      db.putItem(
          r ->
              r.tableName(TABLE)
                  .item(map("pk", s("p"), "sk", s("s"), "by", n(Thread.currentThread().threadId())))
                  .conditionExpression("attribute_not_exists(pk)"));
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }

  @Test
  void sums_of_eight_writers_are_exact_in_the_table_and_its_indexes() throws Exception {
    together(8, this::addHundredTimes);

    assertThat(get("p", "s")).containsEntry("v", n(800)).containsEntry("at", n(800));
    QueryResponse entries =
        db.query(
            r ->
                r.tableName(TABLE)
                    .indexName("ByAt")
                    .keyConditionExpression("pk = :p")
                    .expressionAttributeValues(map(":p", s("p"))));
    assertThat(entries.items()).containsExactly(map("pk", s("p"), "sk", s("s"), "at", n(800)));
  }

  private boolean addHundredTimes() {
    for (int i = 0; i < 100; i++) {
      db.updateItem(
          r ->
              r.tableName(TABLE)
                  .key(key("p", "s"))
                  .updateExpression("ADD v :one, #at :one")
                  .expressionAttributeNames(Map.of("#at", "at"))
                  .expressionAttributeValues(map(":one", n(1))));
    }
    return true;
  }
}
