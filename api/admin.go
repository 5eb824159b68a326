package main

import (
	"context"
	"fmt"
	"os"

	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/agency"
	"lantoa/internal/db"
)

// firstAdmin makes the account with which an empty installation is set up: everything else is entered through it.
func firstAdmin(ctx context.Context, in *installation) error {
	if err := db.Migrate(ctx, in.pool); err != nil {
		return err
	}
	by := access.Actor{Role: access.Admin, Position: access.Head}
	office, err := in.api.Agencies.Create(ctx, by, agency.Input{Name: "Quản trị hệ thống", Kind: "office"})
	if err != nil {
		return err
	}
	made, err := in.api.Accounts.Create(ctx, by, account.Input{Username: "admin", AgencyID: office.ID, Role: access.Admin, Position: access.Head})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(os.Stdout, "Sign in as %s with the password %s; it must be changed at once.\n", made.Username, made.InitialPassword)
	return err
}
