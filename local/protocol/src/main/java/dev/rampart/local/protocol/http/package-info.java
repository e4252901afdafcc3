/**
 * The HTTP/1.1 server of every port of a run: strict about what a request is, and bounded in what a
 * client can make it keep.
 */
@NullMarked
package dev.rampart.local.protocol.http;

import org.jspecify.annotations.NullMarked;
