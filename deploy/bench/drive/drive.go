// Package drive is the user at the other end: many connections that ask, wait for the answer and ask again, and what that cost.
package drive

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/HdrHistogram/hdrhistogram-go"
	"github.com/valyala/fasthttp"
)

// Connections is how many ask at the same time.
const Connections = 16

// Caller asks on one connection. Ask writes the next request; Answered reads what came back, an error ends the run.
type Caller interface {
	Ask(*fasthttp.Request)
	Answered(*fasthttp.Response) error
}

// Asking is a caller that only asks.
type Asking func(*fasthttp.Request)

// Ask writes the next request.
func (a Asking) Ask(r *fasthttp.Request) { a(r) }

// Answered takes any answer.
func (Asking) Answered(*fasthttp.Response) error { return nil }

// Result is what one run gave.
type Result struct {
	Requests int64
	Bytes    int64 // of bodies
	Took     time.Duration
	Latency  *hdrhistogram.Histogram // microseconds
}

// Rate gives the requests in a second.
func (r Result) Rate() float64 { return float64(r.Requests) / r.Took.Seconds() }

// Quantile gives a percentile of the latency.
func (r Result) Quantile(percent float64) time.Duration {
	return time.Duration(r.Latency.ValueAtQuantile(percent)) * time.Microsecond
}

// longest is the slowest answer that is waited for.
const longest = 10 * time.Minute

// Run lets the callers ask at an address for some time, after a warm-up that does not count, or until most requests have been
// made. An answer that is not 2xx is an error.
func Run(ctx context.Context, address string, callers []Caller, warm, length time.Duration, most int64) (Result, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	start := time.Now().Add(warm)
	out := Result{Latency: histogram()}
	var mu sync.Mutex
	var wg sync.WaitGroup
	var failed error
	for _, c := range callers {
		wg.Go(func() {
			one, err := ask(ctx, address, c, start, start.Add(length), most/int64(len(callers)))
			mu.Lock()
			defer mu.Unlock()
			out.Requests, out.Bytes = out.Requests+one.Requests, out.Bytes+one.Bytes
			out.Latency.Merge(one.Latency)
			if err != nil {
				failed = errors.Join(failed, err)
				cancel()
			}
		})
	}
	wg.Wait()
	out.Took = time.Since(start)
	return out, failed
}

func histogram() *hdrhistogram.Histogram {
	return hdrhistogram.New(1, longest.Microseconds(), 3)
}

// Once lets a caller ask once, and gives the answer's body with what was asked.
func Once(address string, c Caller) (body []byte, path string, err error) {
	client := connect(address)
	defer client.CloseIdleConnections()
	req, res := fasthttp.AcquireRequest(), fasthttp.AcquireResponse()
	defer fasthttp.ReleaseRequest(req)
	defer fasthttp.ReleaseResponse(res)
	c.Ask(req)
	req.Header.SetHost(address)
	path = string(req.RequestURI())
	if err := client.Do(req, res); err != nil {
		return nil, path, err
	}
	if s := res.StatusCode(); s < 200 || s > 299 {
		return nil, path, fmt.Errorf("%s: %d %s", path, s, res.Body())
	}
	return bytes.Clone(res.Body()), path, c.Answered(res)
}

// connect gives one connection that is kept alive.
func connect(address string) *fasthttp.HostClient {
	return &fasthttp.HostClient{Addr: address, MaxConns: 1, ReadTimeout: longest, WriteTimeout: longest, MaxIdleConnDuration: longest,
		ReadBufferSize: 64 << 10, MaxResponseBodySize: 1 << 30, NoDefaultUserAgentHeader: true, DisablePathNormalizing: true}
}

func ask(ctx context.Context, address string, c Caller, start, end time.Time, most int64) (Result, error) {
	client := connect(address)
	defer client.CloseIdleConnections()
	req, res := fasthttp.AcquireRequest(), fasthttp.AcquireResponse()
	defer fasthttp.ReleaseRequest(req)
	defer fasthttp.ReleaseResponse(res)
	out := Result{Latency: histogram()}
	for ctx.Err() == nil {
		req.Reset()
		c.Ask(req)
		req.Header.SetHost(address)
		begun := time.Now()
		if begun.After(end) || (most > 0 && out.Requests >= most) {
			break
		}
		if err := client.Do(req, res); err != nil {
			return out, fmt.Errorf("%s %s: %w", req.Header.Method(), req.RequestURI(), err)
		}
		took := time.Since(begun)
		if s := res.StatusCode(); s < 200 || s > 299 {
			return out, fmt.Errorf("%s %s: %d %s", req.Header.Method(), req.RequestURI(), s, res.Body())
		}
		if err := c.Answered(res); err != nil {
			return out, err
		}
		if begun.Before(start) {
			continue
		}
		out.Requests, out.Bytes = out.Requests+1, out.Bytes+int64(len(res.Body()))
		if err := out.Latency.RecordValue(max(took.Microseconds(), 1)); err != nil {
			return out, err
		}
	}
	return out, nil
}
