package dev.rampart.local.identity.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** One value kept in a store as JSON. */
public final class JsonDocument<T> {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final BlobStore store;
  private final String name;
  private final TypeReference<T> type;

  /** Names the piece of the store and what it holds. */
  public JsonDocument(BlobStore store, String name, TypeReference<T> type) {
    this.store = store;
    this.name = name;
    this.type = type;
  }

  /** Returns what was written last. */
  public Optional<T> read() {
    return store.read(name).map(this::parse);
  }

  /** Keeps a value; a store that does not last is spared the work. */
  public void write(T value) {
    if (store.isDurable()) {
      try {
        store.write(name, JSON.writeValueAsBytes(value));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private T parse(byte[] bytes) {
    try {
      return JSON.readValue(bytes, type);
    } catch (IOException e) {
      throw new UncheckedIOException("What is kept as " + name + " cannot be read", e);
    }
  }
}
