package main

import (
	"context"
	"fmt"
	"os"

	"gorm.io/gorm"

	"lantoa/api/rest"
	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/agency"
	"lantoa/internal/db"
)

// firstAdmin makes the account with which an empty installation is set up: everything else is entered through it.
func firstAdmin(ctx context.Context, in *installation) error {
	if err := in.migrate(ctx); err != nil {
		return err
	}
	first, err := in.api.Accounts.Passwords.First(ctx)
	if err != nil {
		return err
	}
	made, err := db.InTx(ctx, in.pool, func(tx *gorm.DB) (*account.Credentials, error) {
		return openAdmin(db.WithTx(ctx, tx), in.api, first)
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(os.Stdout, "Sign in as %s with the password %s; it must be changed at once.\n", made.Username, made.InitialPassword)
	return err
}

// openAdmin makes the office and its account, both or neither.
func openAdmin(ctx context.Context, api *rest.API, first *account.FirstPassword) (*account.Credentials, error) {
	by := access.Actor{Role: access.Admin, Position: access.Head}
	office, err := api.Agencies.Create(ctx, by, agency.Input{Name: "Quản trị hệ thống", Kind: "office"})
	if err != nil {
		return nil, err
	}
	return api.Accounts.Create(ctx, by, account.Input{Username: "admin", AgencyID: office.ID, Role: access.Admin, Position: access.Head}, first)
}
