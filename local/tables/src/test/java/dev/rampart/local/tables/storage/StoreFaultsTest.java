package dev.rampart.local.tables.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreFaultsTest {
  private static final long PLENTY = 1L << 40;

  private final FilePath faulty = new FaultyFilePath();
  private final AtomicLong usableBytes = new AtomicLong(PLENTY);
  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void register() {
    FilePath.register(faulty);
    file = directory.resolve("tables.mv");
  }

  @AfterEach
  void unregister() {
    FaultyFilePath.FAILING.set(false);
    FilePath.unregister(faulty);
  }

  private Store open() {
    return Store.onDisk(directory, "faulty:" + file, () -> Disk.of(file, usableBytes::get));
  }

  private static void put(Store store, Rows rows, String key) {
    var _ =
        store.write(
            () -> {
              rows.put(bytes(key), item(key));
              return key;
            });
  }

  private static Item item(String key) {
    return new Item(Map.of("key", Value.of(key), "text", Value.of("x".repeat(2_000))));
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }

  private static void assertRefused(Store store, Rows rows, String key, String cause) {
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> put(store, rows, key))
        .withMessageContaining("tables.mv cannot be written: " + cause);
    assertThat(store.writeRefusal().orElse("")).contains("tables.mv cannot be written: " + cause);
  }

  @Test
  void a_write_that_fails_is_refused_and_the_store_goes_on_when_writing_works_again() {
    try (Store store = open()) {
      Rows rows = store.rows("rows");
      put(store, rows, "before");
      FaultyFilePath.FAILING.set(true);

      assertRefused(store, rows, "during", FaultyFilePath.CAUSE);
      assertRefused(store, rows, "later", FaultyFilePath.CAUSE);
      assertThat(rows.get(bytes("before"))).contains(item("before"));

      FaultyFilePath.FAILING.set(false);
      assertThat(store.writeRefusal()).isEmpty();
      put(store, rows, "after");
    }
    try (Store store = open()) {
      Rows rows = store.rows("rows");
      assertThat(rows.get(bytes("before"))).contains(item("before"));
      assertThat(rows.get(bytes("after"))).contains(item("after"));
      assertThat(rows.get(bytes("later"))).isEmpty();
    }
  }

  @Test
  void what_was_acknowledged_is_there_after_the_process_ends_while_writing_fails()
      throws Exception {
    Path copy = directory.resolve("copy.mv");
    try (Store store = open()) {
      Rows rows = store.rows("rows");
      for (int i = 0; i < 200; i++) {
        put(store, rows, "before" + i);
      }
      FaultyFilePath.FAILING.set(true);
      assertRefused(store, rows, "during", FaultyFilePath.CAUSE);
      // What another process would find if this one were killed now.
      Files.copy(file, copy);
    }
    FaultyFilePath.FAILING.set(false);
    try (Store store = Store.onDisk(directory, "faulty:" + copy, () -> Disk.of(copy))) {
      Rows rows = store.rows("rows");
      assertThat(rows.size()).isEqualTo(200);
      assertThat(rows.get(bytes("before199"))).contains(item("before199"));
    }
  }

  @Test
  void writes_are_refused_before_the_disk_is_full_and_change_nothing() {
    try (Store store = open()) {
      Rows rows = store.rows("rows");
      put(store, rows, "before");
      usableBytes.set(1_000_000);

      assertRefused(store, rows, "during", "less than 16 MB are free on the disk");
      assertThat(rows.get(bytes("during"))).isEmpty();
      assertThat(rows.get(bytes("before"))).isPresent();

      usableBytes.set(PLENTY);
      put(store, rows, "after");
      assertThat(rows.get(bytes("after"))).isPresent();
    }
  }

  @Test
  void a_file_that_is_gone_is_not_written_to_until_it_is_back() throws Exception {
    Path elsewhere = directory.resolve("elsewhere.mv");
    try (Store store = open()) {
      Rows rows = store.rows("rows");
      put(store, rows, "before");
      Files.move(file, elsewhere);

      assertRefused(store, rows, "during", "the file is gone");
      assertThat(rows.get(bytes("before"))).isPresent();

      Files.createFile(file);
      assertRefused(store, rows, "during", "another file has taken its place");

      Files.delete(file);
      Files.move(elsewhere, file);
      put(store, rows, "after");
    }
    try (Store store = open()) {
      assertThat(store.rows("rows").get(bytes("after"))).isPresent();
    }
  }

  @Test
  void a_store_closes_while_writing_fails() {
    Store store = open();
    Rows rows = store.rows("rows");
    put(store, rows, "before");
    FaultyFilePath.FAILING.set(true);
    assertRefused(store, rows, "during", FaultyFilePath.CAUSE);
    store.close();
    FaultyFilePath.FAILING.set(false);
    try (Store again = open()) {
      assertThat(again.rows("rows").get(bytes("before"))).isEqualTo(Optional.of(item("before")));
    }
  }
}
