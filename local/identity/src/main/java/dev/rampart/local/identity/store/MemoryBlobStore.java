package dev.rampart.local.identity.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps bytes for as long as the process lives. */
final class MemoryBlobStore implements BlobStore {
  private final Map<String, byte[]> pieces = new ConcurrentHashMap<>();

  @Override
  public Optional<byte[]> read(String name) {
    return Optional.ofNullable(pieces.get(name)).map(byte[]::clone);
  }

  @Override
  public void write(String name, byte[] bytes) {
    pieces.put(name, bytes.clone());
  }

  @Override
  public boolean isDurable() {
    return false;
  }
}
