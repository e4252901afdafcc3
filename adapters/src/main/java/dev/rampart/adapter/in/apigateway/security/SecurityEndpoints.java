package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.body.BodySchema;
import dev.rampart.adapter.in.apigateway.body.JsonBodyReader;
import dev.rampart.adapter.in.apigateway.http.ApiVersion;
import dev.rampart.adapter.in.apigateway.http.MediaType;
import dev.rampart.adapter.in.apigateway.router.CursorCodec;
import dev.rampart.adapter.in.apigateway.router.Endpoint;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.common.Secret;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.EndedBlockPosition;
import dev.rampart.domain.detection.finding.FindingPosition;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.port.out.OperatorAddresses;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The one table of what the security team can ask: methods, paths, scopes, parameters. */
public final class SecurityEndpoints {
  private static final String THREATS = ApiVersion.PREFIX + "/threats";
  private static final String THREAT = THREATS + "/{id}";
  private static final String RESOLUTION = THREAT + "/resolution";
  private static final String ACTOR = ApiVersion.PREFIX + "/actors/{kind}/{id}";
  private static final String REQUEST = ApiVersion.PREFIX + "/requests/{requestId}";
  private static final String TRAFFIC = ApiVersion.PREFIX + "/traffic";
  private static final String COUNTS = ApiVersion.PREFIX + "/firewall/counts";
  private static final String WHAT_IF = ApiVersion.PREFIX + "/what-if";
  private static final String BLOCKS = ApiVersion.PREFIX + "/blocks";
  private static final String BLOCK = BLOCKS + "/{source}";
  private static final String ALLOW_LIST = ApiVersion.PREFIX + "/allowlist";
  private static final String EXEMPTION = ALLOW_LIST + "/{source}";

  private static final String READ_SCOPE = "rampart/threats.read";
  private static final String WRITE_SCOPE = "rampart/threats.write";
  private static final String BLOCK_SCOPE = "rampart/blocks.write";

  private SecurityEndpoints() {}

  /**
   * Returns the endpoints. Loads the schemas of their bodies, so that no request waits for them.
   *
   * @param operators notes from where the endpoints are used
   * @param secret signs the cursors of lists; asked for when one is first written or read
   */
  public static List<Endpoint> of(
      SecurityUseCases useCases,
      OperatorAddresses operators,
      Inspector inspector,
      Supplier<Secret> secret,
      InstantSource clock) {
    CursorCodec<FindingPosition> findings =
        new CursorCodec<>(new FindingPositionBytes(), secret, clock);
    CursorCodec<SourceRange> sources = new CursorCodec<>(new SourceRangeBytes(), secret, clock);
    CursorCodec<EndedBlockPosition> ended =
        new CursorCodec<>(new EndedBlockPositionBytes(), secret, clock);
    JsonBodyReader resolution = bodies("resolution", inspector);
    JsonBodyReader whatIf = bodies("what-if", inspector);
    JsonBodyReader order = bodies("order", inspector);
    JsonBodyReader exemption = bodies("exemption", inspector);
    return List.of(
            get(THREATS, READ_SCOPE, new ThreatsHandler(useCases.list(), findings))
                .taking(ThreatQuery.PARAMETERS),
            get(THREAT, READ_SCOPE, new ThreatHandler(useCases.read())),
            new Row(
                "POST",
                RESOLUTION,
                WRITE_SCOPE,
                new ResolutionHandler(useCases.read(), useCases.resolve(), resolution)),
            get(ACTOR, READ_SCOPE, new ActorHandler(useCases.actor(), clock))
                .taking(SpanQuery.PARAMETERS),
            get(REQUEST, READ_SCOPE, new TraceHandler(useCases.trace(), clock))
                .taking(SpanQuery.PARAMETERS),
            get(TRAFFIC, READ_SCOPE, new TrafficHandler(useCases.traffic(), clock))
                .taking(TrafficHandler.PARAMETERS),
            get(COUNTS, READ_SCOPE, new CountsHandler(useCases.counts(), clock))
                .taking(SpanQuery.PARAMETERS),
            new Row(
                "POST",
                WHAT_IF,
                WRITE_SCOPE,
                new WhatIfHandler(useCases.thresholds(), whatIf, clock)),
            get(BLOCKS, BLOCK_SCOPE, new BlocksHandler(useCases.blocks(), sources, ended))
                .taking(BlocksHandler.PARAMETERS),
            get(BLOCK, BLOCK_SCOPE, new BlockHandler(useCases.blocks())),
            new Row("PUT", BLOCK, BLOCK_SCOPE, new OrderHandler(useCases.blocks(), order, clock)),
            new Row("DELETE", BLOCK, BLOCK_SCOPE, new UndoHandler(useCases.blocks())),
            get(ALLOW_LIST, BLOCK_SCOPE, (_, _) -> ExemptionJson.list(useCases.allowList().list())),
            new Row(
                "PUT", EXEMPTION, BLOCK_SCOPE, new AllowHandler(useCases.allowList(), exemption)),
            new Row("DELETE", EXEMPTION, BLOCK_SCOPE, new DisallowHandler(useCases.allowList())))
        .stream()
        .map(row -> row.endpoint(operators, clock))
        .toList();
  }

  private static JsonBodyReader bodies(String schema, Inspector inspector) {
    return new JsonBodyReader(
        MediaType.JSON,
        BodySchema.load(SecurityEndpoints.class, schema + ".schema.json"),
        inspector);
  }

  private static Row get(String path, String scope, EndpointHandler handler) {
    return new Row("GET", path, scope, handler);
  }

  /** One line of the table. */
  private record Row(
      String method, String path, String scope, EndpointHandler handler, Set<String> parameters) {
    Row(String method, String path, String scope, EndpointHandler handler) {
      this(method, path, scope, handler, Set.of());
    }

    Row taking(Set<String> query) {
      return new Row(method, path, scope, handler, query);
    }

    Endpoint endpoint(OperatorAddresses operators, InstantSource clock) {
      return new Endpoint(
          method,
          path,
          Optional.of(scope),
          parameters,
          new OperatorSightings(handler, operators, clock));
    }
  }
}
