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
  private static final int ADDRESS_BYTES = 16;

  @Override
  public int sizeBytes() {
    return 4 + ADDRESS_BYTES + 4;
  }

  @Override
  public void write(SourceRange range, ByteBuffer out) {
    byte[] address = InetAddress.ofLiteral(range.lowest().text()).getAddress();
    out.putInt(address.length)
        .put(Arrays.copyOf(address, ADDRESS_BYTES))
        .putInt(range.prefixLength());
  }

  @Override
  public SourceRange read(ByteBuffer in) {
    int length = in.getInt();
    byte[] address = new byte[ADDRESS_BYTES];
    in.get(address);
    try {
      String plain = InetAddress.getByAddress(Arrays.copyOf(address, length)).getHostAddress();
      String lowest = IpAddress.parse(plain).orElseThrow().text();
      return SourceRange.parse(lowest + "/" + in.getInt()).orElseThrow();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("a signed cursor holds an address", e);
    }
  }
}
