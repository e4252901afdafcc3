package dev.rampart.local.identity.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Named pieces of bytes. A write replaces the whole piece or, if it fails, none of it. */
public interface BlobStore {

  /** Returns a store that forgets when the process ends. */
  static BlobStore inMemory() {
    return new MemoryBlobStore();
  }

  /**
   * Returns a store in a directory, which is made if it is missing.
   *
   * @throws java.io.UncheckedIOException if the directory cannot be used
   */
  static BlobStore in(Path directory) {
    return FileBlobStore.in(directory);
  }

  Optional<byte[]> read(String name);

  void write(String name, byte[] bytes);

  /** Returns whether what is written outlives the process. */
  boolean isDurable();

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
