package dev.rampart.local.tables.storage;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Keys are bytes, in the order of unsigned bytes. */
final class KeyType extends BasicDataType<byte[]> {
  private static final int OBJECT_BYTES = 24;

  @Override
  public int compare(byte[] left, byte[] right) {
    return Arrays.compareUnsigned(left, right);
  }

  @Override
  public int getMemory(byte[] key) {
    return OBJECT_BYTES + key.length;
  }

  @Override
  public byte[][] createStorage(int size) {
    return new byte[size][];
  }

  @Override
  public void write(WriteBuffer out, byte[] key) {
    out.putVarInt(key.length).put(key);
  }

  @Override
  public byte[] read(ByteBuffer in) {
    byte[] key = new byte[DataUtils.readVarInt(in)];
    in.get(key);
    return key;
  }
}
