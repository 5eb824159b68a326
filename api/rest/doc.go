// Package rest is how the world reaches the town's plans over HTTP: one route table, one decoding, one way out for errors.
//
// @title Lan Tỏa
// @version 1
// @description The yearly plan of a locality for external information and policy communication: plans, tasks, assignments, reports and their consolidation.
// @description Lists are pages by cursor. Changes and verbs need If-Match with the ETag that was read. POST takes an optional Idempotency-Key.
// @description Every error is application/problem+json (RFC 9457) with a stable code. Enum values may grow: treat them as open.
// @license.name Proprietary
// @license.url https://example.invalid/licence
// @BasePath /api/v1
// @securityDefinitions.apikey BearerAuth
// @in header
// @name Authorization
package rest
