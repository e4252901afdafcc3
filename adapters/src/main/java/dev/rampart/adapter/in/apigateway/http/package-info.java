/** The requests and answers of an HTTP API behind API Gateway: headers, query, problems. */
@NullMarked
package dev.rampart.adapter.in.apigateway.http;

import org.jspecify.annotations.NullMarked;
