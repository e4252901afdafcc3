package dev.rampart.domain.ratelimit;

import java.time.Instant;

/**
 * A span of time in which the requests of one requester are counted together.
 *
 * @param end when it ends and the next one begins; a whole second
 */
public record RequestWindow(Requester requester, Instant end) {}
