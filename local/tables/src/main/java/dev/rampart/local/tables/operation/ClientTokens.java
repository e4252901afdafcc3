package dev.rampart.local.tables.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.tables.storage.Rows;
import dev.rampart.local.tables.storage.Store;
import dev.rampart.local.tables.table.TableStream;
import dev.rampart.local.tables.value.Bytes;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tokens of transactions that were carried out in the last ten minutes. */
public final class ClientTokens {
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final Rows rows;
  private final InstantSource clock;

  public ClientTokens(Store store, InstantSource clock) {
    this.rows = store.rows("tokens");
    this.clock = clock;
  }

  /**
   * Says whether the transaction was carried out already.
   *
   * @throws AwsError if the token came with another transaction
   */
  boolean seen(String token, JsonNode transaction) {
    Optional<Item> row = rows.get(key(token)).filter(r -> !stale(r, clock.instant()));
    if (row.isPresent() && !row.get().get("hash").equals(Optional.of(hash(transaction)))) {
      throw new AwsError(
          "IdempotentParameterMismatchException",
          "The request uses the same client token as a previous, but non-identical request. Do not"
              + " reuse a client token with different requests, unless the requests are identical");
    }
    return row.isPresent();
  }

  /** Remembers a transaction; inside the write that carries it out. */
  void remember(String token, JsonNode transaction) {
    Value at = Value.of(clock.instant().getEpochSecond());
    rows.put(key(token), new Item(Map.of("at", at, "hash", hash(transaction))));
  }

  /** Forgets tokens that are too old; inside a write. */
  public int forget(Instant now) {
    List<byte[]> old = stale(now);
    old.forEach(rows::remove);
    return old.size();
  }

  public List<byte[]> stale(Instant now) {
    List<byte[]> old = new ArrayList<>();
    rows.visitAll(
        (key, row) -> {
          if (stale(row, now)) {
            old.add(key);
          }
          return true;
        });
    return old;
  }

  private static boolean stale(Item row, Instant now) {
    long at = row.get("at").map(TableStream::whole).orElse(0L);
    return Instant.ofEpochSecond(at).plus(KEPT).isBefore(now);
  }

  private static byte[] key(String token) {
    return token.getBytes(StandardCharsets.UTF_8);
  }

  private static Value hash(JsonNode transaction) {
    try {
      byte[] sorted = SORTED.writeValueAsBytes(SORTED.treeToValue(transaction, Object.class));
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(sorted);
      return new Value.Binary(new Bytes(digest));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
