// Command lantoa serves the yearly plan of a locality for external information and policy communication.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
	"gorm.io/gorm"

	"lantoa/api/rest"
	"lantoa/internal/config"
	"lantoa/internal/demo"
	"lantoa/internal/event"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	root := &cobra.Command{Use: "lantoa", Short: "The yearly plan for external information and policy communication", SilenceUsage: true, SilenceErrors: true}
	seeding := command("seed", "load the demonstration, or with --accounts only its agencies, template and accounts", seed)
	seeding.Flags().BoolVar(&accountsOnly, "accounts", false, "no plan, no reports")
	root.AddCommand(
		command("serve", "serve the API and the web app, migrating first", serve),
		command("migrate", "bring the database to the newest schema", migrate),
		seeding,
		command("admin", "create the first administrator and print the password to sign in with once", firstAdmin),
		command("verify", "check the chain of the log and tell the first broken link", verify),
	)
	if err := root.ExecuteContext(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "lantoa:", err)
		os.Exit(1) //nolint:gocritic // nothing is left to be undone
	}
}

// installation is one command's settings, database and stores.
type installation struct {
	config config.Config
	log    *slog.Logger
	pool   *gorm.DB
	owner  string // where the database's owner, who migrates it, is reached; blank where the pool's role is that
	api    *rest.API
	lost   <-chan struct{} // closed when a private PostgreSQL has ended; nil without one
}

// command runs work on an installation that is opened before and closed after it.
func command(name, short string, work func(context.Context, *installation) error) *cobra.Command {
	return &cobra.Command{Use: name, Short: short, Args: cobra.NoArgs, RunE: func(cmd *cobra.Command, _ []string) (err error) {
		in, closing, err := open(cmd.Context(), name != "serve")
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, closing()) }()
		return work(cmd.Context(), in)
	}}
}

func migrate(ctx context.Context, in *installation) error { return in.migrate(ctx) }

var accountsOnly bool //nolint:gochecknoglobals // a flag

func seed(ctx context.Context, in *installation) error {
	if in.config.Mode == config.Production {
		return errors.New("MODE is production: the demonstration is not loaded there")
	}
	if err := in.migrate(ctx); err != nil {
		return err
	}
	if accountsOnly {
		return demo.Register(ctx, in.pool, in.api.Accounts.Passwords)
	}
	return demo.Load(ctx, in.pool, in.api.Accounts.Passwords)
}

func verify(ctx context.Context, in *installation) error {
	n, err := in.api.Events.Verify(ctx)
	if errors.Is(err, event.ErrBroken) {
		return fmt.Errorf("%w; the %d before it hold", err, n)
	}
	if err == nil {
		_, err = fmt.Fprintf(os.Stdout, "%d rows of the log hold\n", n)
	}
	return err
}
