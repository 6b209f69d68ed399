// Command toxiproxy is Shopify's toxiproxy, as pinned in go.mod, with two things that its own command has not: it ends
// when whoever started it ends, however that happens, and it listens on a free port of the loopback and says which.
package main

import (
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"time"

	"github.com/Shopify/toxiproxy/v2"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/rs/zerolog"
)

const library = "github.com/Shopify/toxiproxy/v2"

func main() {
	version := flag.Bool("version", false, "print the version of the library and end")
	flag.Parse()
	if *version {
		fmt.Println("toxiproxy", libraryVersion())
		return
	}
	if err := serve(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// serve prints the address of its API as its first line and serves until standard input ends: only the process that
// started it holds the other end, so a kill -9 of that one ends it too.
func serve() error {
	// Every connection that a signal disturbance breaks would be a line.
	zerolog.SetGlobalLevel(zerolog.FatalLevel)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	metrics := toxiproxy.NewMetricsContainer(prometheus.NewRegistry())
	api := toxiproxy.NewServer(metrics, zerolog.New(os.Stderr))
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	fmt.Println(listener.Addr())
	server := &http.Server{Handler: api.Routes(), ReadTimeout: 15 * time.Second, WriteTimeout: 30 * time.Second}
	return server.Serve(listener)
}

func libraryVersion() string {
	info, ok := debug.ReadBuildInfo()
	if ok {
		for _, module := range info.Deps {
			if module.Path == library {
				return module.Version
			}
		}
	}
	return "unknown"
}
