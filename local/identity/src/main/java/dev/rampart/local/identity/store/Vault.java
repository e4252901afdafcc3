package dev.rampart.local.identity.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Named pieces of bytes. A write replaces the whole piece or, if it fails, none of it. */
public interface Vault {

  /** Returns a vault that forgets when the process ends. */
  static Vault inMemory() {
    return new MemoryVault();
  }

  /**
   * Returns a vault in a directory, which is made if it is missing.
   *
   * @throws java.io.UncheckedIOException if the directory cannot be used
   */
  static Vault in(Path directory) {
    return FileVault.in(directory);
  }

  Optional<byte[]> read(String name);

  void write(String name, byte[] bytes);

  /** Says whether what is written outlives the process. */
  boolean lasts();

  /** Returns a piece, made and kept if it is missing. */
  default byte[] readOrCreate(String name, Supplier<byte[]> fresh) {
    return read(name)
        .orElseGet(
            () -> {
              byte[] bytes = fresh.get();
              write(name, bytes);
              return bytes;
            });
  }
}
