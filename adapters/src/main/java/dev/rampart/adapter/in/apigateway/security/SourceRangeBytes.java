package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.router.CursorCodec;
import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.common.SourceRange;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Lays a range out as the length of its address, the 16 bytes for it, and its prefix. */
final class SourceRangeBytes implements CursorCodec.PositionFormat<SourceRange> {
  /** As many bytes as the longer kind of addresses has. */
  static final int ADDRESS_BYTES = 16;

  @Override
  public int sizeBytes() {
    return 4 + ADDRESS_BYTES + 4;
  }

  @Override
  public void write(SourceRange range, ByteBuffer out) {
    byte[] address = address(range);
    out.putInt(address.length)
        .put(Arrays.copyOf(address, ADDRESS_BYTES))
        .putInt(range.prefixLength());
  }

  @Override
  public SourceRange read(ByteBuffer in) {
    int length = in.getInt();
    byte[] address = new byte[ADDRESS_BYTES];
    in.get(address);
    return range(address, length, in.getInt());
  }

  /** Returns the bytes of the lowest address of a range, 4 or 16. */
  static byte[] address(SourceRange range) {
    return InetAddress.ofLiteral(range.lowest().text()).getAddress();
  }

  /** Returns the range whose lowest address is in the first bytes, so many. */
  static SourceRange range(byte[] address, int length, int prefixLength) {
    try {
      String plain = InetAddress.getByAddress(Arrays.copyOf(address, length)).getHostAddress();
      String lowest = IpAddress.parse(plain).orElseThrow().text();
      return SourceRange.parse(lowest + "/" + prefixLength).orElseThrow();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("a signed cursor holds an address", e);
    }
  }
}
